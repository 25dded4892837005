package org.postkontor.ui.internal.outbox;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the outbox. */
@NonNullByDefault({}) // filled by NLS
public final class OutboxMessages extends NLS {
	public static String viewName;
	public static String columnState;
	public static String columnTo;
	public static String columnSubject;
	public static String columnAccount;
	public static String columnNext;
	public static String columnSize;
	public static String scheduled;
	public static String delayed;
	public static String queued;
	public static String sending;
	public static String inDoubt;
	public static String sent;
	public static String filed;
	public static String held;
	public static String rejected;
	public static String cancelled;
	public static String paused;
	public static String sendNow;
	public static String hold;
	public static String release;
	public static String remove;
	public static String decide;
	public static String write;
	public static String empty;
	public static String emptyHint;
	public static String emptyNoAccount;
	public static String removeTitle;
	public static String removeSent;
	public static String decideTitle;
	public static String decideText;
	public static String decideSent;
	public static String decideAgain;
	public static String decideLater;
	public static String reasonHeld;
	public static String tooLate;
	public static String oneTooLate;
	public static String someFailed;
	public static String oneFailed;
	public static String someSent;
	public static String oneSent;
	public static String jobLoad;
	public static String jobSend;
	public static String jobChange;
	public static String tableName;
	public static String summary;
	public static String summaryOne;
	public static String summaryOnly;
	public static String detailsNone;
	public static String attempts;
	public static String notificationTitle;
	public static String openOutbox;
	public static String throttled;
	public static String deadline;
	public static String deadlineAtRisk;
	public static String reasonHigh;
	public static String reasonLow;
	public static String sendingProgress;
	public static String sendingAnswer;
	public static String sendingAmount;
	public static String progressBytes;
	public static String progressRemaining;
	public static String seconds;
	public static String minutes;
	public static String sendSelected;
	public static String edit;
	public static String schedule;
	public static String undo;
	public static String removedOne;
	public static String removedMany;
	public static String removedSome;
	public static String removedSentOne;
	public static String removedSentMany;
	public static String notRestored;
	public static String oneNotRestored;
	public static String decideMany;
	public static String filter;
	public static String filterHint;
	public static String filterName;
	public static String nothingFound;
	public static String detailsName;
	public static String found;
	public static String setUpAccount;
	public static String notificationDeadline;
	public static String deadlineOne;
	public static String deadlineMany;
	public static String notificationPaused;
	public static String pausedOne;
	public static String pausedMany;
	public static String jobSending;
	public static String sendingOne;
	public static String sendingMore;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.outbox.outboxMessages", OutboxMessages.class);
	}

	private OutboxMessages() {
	}
}

package org.postkontor.ui.internal.compose;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the compose window. */
@NonNullByDefault({}) // filled by NLS
public final class ComposeMessages extends NLS {
	public static String title;
	public static String from;
	public static String to;
	public static String cc;
	public static String bcc;
	public static String subject;
	public static String text;
	public static String attachments;
	public static String add;
	public static String remove;
	public static String send;
	public static String toMissing;
	public static String toInvalid;
	public static String subjectMissing;
	public static String message;
	public static String accepting;
	public static String job;
	public static String noAccount;
	public static String discardTitle;
	public static String discard;
	public static String attachmentsName;
	public static String sendLater;
	public static String scheduledFor;
	public static String editTitle;
	public static String editMessage;
	public static String jobSweep;
	public static String jobEdit;
	public static String tooLateTitle;
	public static String tooLate;
	public static String hintTitle;
	public static String hint;
	public static String undo;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.compose.composeMessages", ComposeMessages.class);
	}

	private ComposeMessages() {
	}
}

package org.postkontor.outbox.internal;

import static org.postkontor.outbox.MailState.BOUNDARY;
import static org.postkontor.outbox.MailState.CANCELLED;
import static org.postkontor.outbox.MailState.DELAYED;
import static org.postkontor.outbox.MailState.FILED;
import static org.postkontor.outbox.MailState.HELD;
import static org.postkontor.outbox.MailState.IN_DOUBT;
import static org.postkontor.outbox.MailState.QUEUED;
import static org.postkontor.outbox.MailState.REJECTED;
import static org.postkontor.outbox.MailState.SCHEDULED;
import static org.postkontor.outbox.MailState.SENDING;
import static org.postkontor.outbox.MailState.SENT;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.MailState;

/**
 * The state machine of a mail, and nothing else. An event that a state does not know changes nothing: that is how a hold
 * wins against a boundary, whichever process asks first.
 */
public final class Transitions {
	private Transitions() {
	}

	public static Optional<MailState> next(MailState state, MailEvent event) {
		@Nullable
		MailState next = switch (state) {
		case SCHEDULED -> event == MailEvent.RETIME ? QUEUED : waiting(event, SCHEDULED);
		case DELAYED -> event == MailEvent.RETIME ? DELAYED : waiting(event, DELAYED);
		case QUEUED -> queued(event);
		case SENDING -> sending(event);
		case BOUNDARY -> boundary(event);
		case IN_DOUBT -> inDoubt(event);
		case SENT -> sent(event);
		case HELD -> held(event);
		case REJECTED -> rejected(event);
		case CANCELLED -> handedOverAllTheSame(event, CANCELLED);
		case FILED -> null;
		};
		return next == null ? Optional.empty() : Optional.of(next);
	}

	/** Where a removed mail goes back to. */
	public static MailState restored(MailState before) {
		return before == SENDING || before == DELAYED ? QUEUED : before;
	}

	private static @Nullable MailState waiting(MailEvent event, MailState state) {
		return switch (event) {
		case DUE, SEND_NOW -> QUEUED;
		case HOLD, MISSED -> HELD;
		case SCHEDULE -> SCHEDULED;
		case REMOVE, REPLACED -> CANCELLED;
		default -> handedOverAllTheSame(event, state);
		};
	}

	private static @Nullable MailState queued(MailEvent event) {
		return switch (event) {
		case ATTEMPT -> SENDING;
		case HOLD, DAMAGED, MAIL_TROUBLE, MISSED -> HELD;
		case REMOVE, REPLACED -> CANCELLED;
		case SEND_NOW, RETIME -> QUEUED;
		case SCHEDULE -> SCHEDULED;
		default -> null;
		};
	}

	private static @Nullable MailState sending(MailEvent event) {
		return switch (event) {
		case BOUNDARY -> BOUNDARY;
		case RECOVERED -> QUEUED;
		case HOLD, MISSED -> HELD;
		case SCHEDULE -> SCHEDULED;
		case REMOVE, REPLACED -> CANCELLED;
		default -> answered(event);
		};
	}

	/** Stopped while it was being sent, by a sender that handed over all the same: the truth wins. */
	private static @Nullable MailState handedOverAllTheSame(MailEvent event, MailState stopped) {
		return switch (event) {
		case ACCEPTED -> SENT;
		case PARTLY -> stopped;
		case LOST_ANSWER -> IN_DOUBT;
		default -> null;
		};
	}

	private static @Nullable MailState boundary(MailEvent event) {
		return event == MailEvent.RECOVERED ? IN_DOUBT : answered(event);
	}

	private static @Nullable MailState answered(MailEvent event) {
		return switch (event) {
		case ACCEPTED -> SENT;
		case PARTLY, DEFERRED, LANE_TROUBLE -> QUEUED;
		case EXPIRED, MAIL_TROUBLE -> HELD;
		case REJECTED -> REJECTED;
		case LOST_ANSWER -> IN_DOUBT;
		default -> null;
		};
	}

	private static @Nullable MailState inDoubt(MailEvent event) {
		return switch (event) {
		case CHECKED, POSTPONED -> IN_DOUBT;
		case FOUND, MARK_SENT -> SENT;
		case SEND_AGAIN -> QUEUED;
		case REMOVE -> CANCELLED;
		// An answer that could not be written to a full disk.
		case ACCEPTED -> SENT;
		case PARTLY, DEFERRED -> QUEUED;
		case EXPIRED -> HELD;
		case REJECTED -> REJECTED;
		default -> null;
		};
	}

	private static @Nullable MailState sent(MailEvent event) {
		return switch (event) {
		case CHECKED, POSTPONED -> SENT;
		case FILED -> FILED;
		default -> null;
		};
	}

	private static @Nullable MailState held(MailEvent event) {
		return switch (event) {
		case RELEASE, SEND_NOW -> QUEUED;
		case SCHEDULE -> SCHEDULED;
		case RETIME -> HELD;
		case REMOVE, REPLACED -> CANCELLED;
		default -> handedOverAllTheSame(event, HELD);
		};
	}

	private static @Nullable MailState rejected(MailEvent event) {
		return switch (event) {
		case RELEASE, SEND_NOW -> QUEUED;
		case SCHEDULE -> SCHEDULED;
		case RETIME -> REJECTED;
		case REMOVE, REPLACED -> CANCELLED;
		default -> null;
		};
	}
}

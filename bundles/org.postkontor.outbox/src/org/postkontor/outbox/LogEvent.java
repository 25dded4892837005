package org.postkontor.outbox;

import java.time.Instant;
import java.util.Optional;

import org.postkontor.problem.Problem;

/**
 * Something that happened to a mail besides its attempts.
 *
 * @param state   of the mail afterwards
 * @param note    more about it; a fixed English phrase or an id, meant for support
 * @param problem why, if something was wrong
 */
public record LogEvent(Instant at, Kind kind, MailState state, String note, Optional<Problem> problem) {

	/** What happened. Names are part of the JSON export: never rename one. */
	public enum Kind {
		SUBMITTED, DUE, DEADLINE_MISSED, TOO_LARGE_OR_UNFIT, DAMAGED,
		/** Looked for in Sent and not found, or the copy could not be filed. */
		LOOKED_INTO_SENT, SENT_UNREACHABLE, FOUND_IN_SENT,
		/** The copy is in Sent, or it was found that there will be none. */
		COPY_FILED, HELD, RELEASED, SENT_NOW, SCHEDULED, RETIMED, REMOVED, RESTORED, REPLACED,
		/** A mail in doubt counts as sent, by decision. */
		MARKED_SENT,
		/** A mail in doubt goes out again, by decision: it may arrive twice. */
		SENT_AGAIN,
		/** Written by another release. */
		OTHER;

		/** True if a person, or a policy that a person recorded, decided it. */
		public boolean isDecision() {
			return switch (this) {
			case HELD, RELEASED, SENT_NOW, SCHEDULED, RETIMED, REMOVED, RESTORED, REPLACED, MARKED_SENT, SENT_AGAIN -> true;
			default -> false;
			};
		}
	}
}

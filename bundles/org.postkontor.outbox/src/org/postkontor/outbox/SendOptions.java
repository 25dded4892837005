package org.postkontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When and in which order a mail goes out.
 *
 * @param notBefore the mail is {@link MailState#SCHEDULED} until then
 * @param notAfter  the deadline: a mail that was not handed over by then is {@link MailState#HELD}, never sent late silently
 * @param undo      how long the mail is {@link MailState#DELAYED}, so that its author can take it back; whole milliseconds, at most an hour
 */
public record SendOptions(Optional<Instant> notBefore, Optional<Instant> notAfter, Priority priority, Duration undo) {
	private static final Duration LONGEST_UNDO = Duration.ofHours(1);
	/** As soon as possible: the default of programs and of the command line. */
	public static final SendOptions NOW = new SendOptions(Optional.empty(), Optional.empty(), Priority.NORMAL, Duration.ZERO);
	/** The default of a person who writes a mail: ten seconds to think twice. */
	public static final SendOptions COMPOSED = NOW.undo(Duration.ofSeconds(10));

	/** @throws IllegalArgumentException if {@code undo} is negative or longer than an hour */
	public SendOptions {
		if (undo.isNegative() || undo.compareTo(LONGEST_UNDO) > 0) {
			throw new IllegalArgumentException("undo");
		}
	}

	public SendOptions notBefore(Instant time) {
		return new SendOptions(Optional.of(time), notAfter, priority, undo);
	}

	public SendOptions notAfter(Instant time) {
		return new SendOptions(notBefore, Optional.of(time), priority, undo);
	}

	public SendOptions priority(Priority newPriority) {
		return new SendOptions(notBefore, notAfter, newPriority, undo);
	}

	public SendOptions undo(Duration newUndo) {
		return new SendOptions(notBefore, notAfter, priority, newUndo);
	}
}

package org.postkontor.ui.internal.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;

/**
 * When a mail goes out, in the time of a zone's clocks. Immutable.
 *
 * @param notBefore empty for as soon as possible
 * @param notAfter  the deadline, if there is one
 */
public record ScheduleModel(Optional<LocalDateTime> notBefore, Optional<LocalDateTime> notAfter, Priority priority, ZoneId zone) {
	private static final int MORNING = 8;
	private static final int EVENING = 17;

	public static ScheduleModel of(SendOptions options, ZoneId zone) {
		return new ScheduleModel(options.notBefore().map(i -> LocalDateTime.ofInstant(i, zone)), options.notAfter().map(i -> LocalDateTime.ofInstant(i, zone)),
				options.priority(), zone);
	}

	/** Without a time of sending that has passed: it means nothing any more. */
	public ScheduleModel upcoming(Instant now) {
		return new ScheduleModel(notBefore.filter(t -> instant(t).isAfter(now)), notAfter, priority, zone);
	}

	/** What is proposed to somebody who wants to send later. */
	public static LocalDateTime proposedTime(Instant now, ZoneId zone) {
		return now.atZone(zone).toLocalDate().plusDays(1).atTime(MORNING, 0);
	}

	/** What is proposed to somebody who has a deadline. */
	public static LocalDateTime proposedDeadline(Instant now, ZoneId zone) {
		return now.atZone(zone).toLocalDate().plusDays(1).atTime(EVENING, 0);
	}

	/** The first mistake, in the user's words. */
	public Optional<String> mistake(Instant now) {
		Optional<Instant> time = notBefore.map(this::instant);
		Optional<Instant> deadline = notAfter.map(this::instant);
		if (time.filter(t -> !t.isAfter(now)).isPresent()) {
			return Optional.of(ScheduleMessages.timePassed);
		}
		if (deadline.filter(d -> !d.isAfter(now)).isPresent()) {
			return Optional.of(ScheduleMessages.deadlinePassed);
		}
		boolean impossible = time.isPresent() && deadline.isPresent() && !deadline.get().isAfter(time.get());
		return impossible ? Optional.of(ScheduleMessages.deadlineBefore) : Optional.empty();
	}

	/** Only valid without a {@link #mistake}. A time that does not exist (clocks put forward) is the one after the gap. */
	public SendOptions options(Duration undo) {
		return new SendOptions(notBefore.map(this::instant), notAfter.map(this::instant), priority, undo);
	}

	private Instant instant(LocalDateTime time) {
		return time.atZone(zone).toInstant();
	}
}

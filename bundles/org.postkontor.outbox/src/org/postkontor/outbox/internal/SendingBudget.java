package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a provider lets one mailbox send. Pure. */
public record SendingBudget(OptionalInt mailsPerMinute, OptionalInt recipientsPerDay, OptionalInt connections) {
	public static final SendingBudget UNLIMITED = new SendingBudget(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
	static final Duration MINUTE = Duration.ofMinutes(1);
	static final Duration DAY = Duration.ofDays(1);
	private static final int LINES = 3;

	/** Mails that were handed over: when, and to how many recipients. */
	public record HandedOver(Instant at, int recipients) {
	}

	/**
	 * When the next mail may go; {@code now} if it may go at once.
	 *
	 * @param past what was handed over during the last day, oldest first
	 */
	public Instant next(List<HandedOver> past, int recipients, Instant now) {
		Instant minute = mailsPerMinute.isEmpty() ? now : freed(past, MINUTE, mailsPerMinute.getAsInt(), 1, false, now);
		Instant day = recipientsPerDay.isEmpty() ? now : freed(past, DAY, recipientsPerDay.getAsInt(), recipients, true, now);
		return minute.isAfter(day) ? minute : day;
	}

	/** When enough of the past has left the window that {@code wanted} fits in. What the clock puts into the future does not count. */
	private static Instant freed(List<HandedOver> past, Duration window, int limit, int wanted, boolean byRecipient, Instant now) {
		List<HandedOver> inside = past.stream().filter(h -> h.at().isAfter(now.minus(window)) && !h.at().isAfter(now)).toList();
		long used = inside.stream().mapToLong(h -> byRecipient ? h.recipients() : 1).sum();
		Instant free = now;
		for (HandedOver oldest : inside) {
			// One mail that is larger than the whole budget goes when nothing else is in the window: the server decides.
			if (used + wanted <= limit) {
				break;
			}
			used -= byRecipient ? oldest.recipients() : 1;
			free = oldest.at().plus(window);
		}
		return free;
	}

	/** Whether the provider counts what is sent. */
	boolean counts() {
		return mailsPerMinute.isPresent() || recipientsPerDay.isPresent();
	}

	/** Whether so many connections may be open at the same time. */
	boolean allowsConnections(int many) {
		return connections.isEmpty() || connections.getAsInt() >= many;
	}

	/**
	 * Over how many lines a lane with much to send goes; each has a second connection for a moment. Where mails are counted, one is
	 * fast enough, and two would count the same mail.
	 */
	public int lines() {
		return counts() ? 1 : Math.clamp(connections.orElse(Integer.MAX_VALUE) / 2, 1, LINES);
	}

	Optional<Duration> pace() {
		return mailsPerMinute.isEmpty() ? Optional.empty() : Optional.of(MINUTE.dividedBy(mailsPerMinute.getAsInt()));
	}
}

package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.postkontor.problem.ProblemKind;

/** When to try again. RFC 5321 4.5.4.1: give up after 4 to 5 days; here a person is asked then, and nothing is deleted. */
public final class RetryPolicy {
	/** How long a mail is tried by itself. */
	public static final Duration PATIENCE = Duration.ofDays(5);
	/** Sendings of one mail that may break off without blame before the mail itself has to wait. */
	public static final int TROUBLES = 3;
	private static final List<Duration> MAIL = minutes(1, 2, 5, 15, 30, 60);
	private static final List<Duration> LANE = minutes(1, 2, 5, 15);
	private static final List<Duration> LOOKS = java.util.stream.IntStream.of(0, 1, 1, 2, 2, 10, 60).mapToObj(Duration::ofSeconds).toList();

	private final RandomGenerator random;

	public RetryPolicy(RandomGenerator random) {
		this.random = random;
	}

	private static List<Duration> minutes(int... minutes) {
		return java.util.Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList();
	}

	/**
	 * Next attempt of a mail that was refused {@code attempts} times before; empty when patience is over. Not before the longest
	 * pause has come: a clock that was put ahead, or a computer that slept for a week, says nothing about the server.
	 */
	public Optional<Instant> mail(Instant started, int attempts, Instant now) {
		Instant next = now.plus(jittered(step(MAIL, attempts)));
		return attempts >= MAIL.size() && next.isAfter(started.plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
	}

	/** Next try of a lane; empty if only a person can help. */
	public Optional<Instant> lane(ProblemKind kind, int failures, Instant now) {
		return switch (kind) {
		case SIGN_IN_NEEDED, CREDENTIAL_REFUSED, CONFIGURATION -> Optional.empty();
		default -> Optional.of(now.plus(jittered(step(LANE, failures))));
		};
	}

	/** Next look for a mail in doubt after {@code looks} of them; empty when it is a person's turn. */
	public Optional<Instant> look(int looks, Instant now) {
		return looks < LOOKS.size() ? Optional.of(now.plus(LOOKS.get(looks))) : Optional.empty();
	}

	/** Next try to file a copy. */
	public Optional<Instant> filing(Instant started, int tries, Instant now) {
		return mail(started, tries, now);
	}

	private static Duration step(List<Duration> steps, int index) {
		return steps.get(Math.min(index, steps.size() - 1));
	}

	/** Up to a tenth longer, so that a queue does not knock all at once. */
	private Duration jittered(Duration duration) {
		return duration.plusMillis(random.nextLong(duration.toMillis() / 10 + 1));
	}
}

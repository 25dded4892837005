package org.postkontor.net.internal;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpReply;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * Places that asked us to come back later (RFC 9110, 10.2.3; RFC 6585, 4): until then nothing is sent there, whoever asks. Of
 * several answers to requests that were under way at once the longest time counts.
 */
final class RetryAfter {
	private static final Duration LONGEST = Duration.ofHours(1);

	private final List<Asked> waiting = new CopyOnWriteArrayList<>();
	private final DeadlineTimer timer;
	private final Clock clock;

	RetryAfter(DeadlineTimer timer, Clock clock) {
		this.timer = timer;
		this.clock = clock;
	}

	/** A time that was asked for and is not over. */
	private record Asked(String place, Duration time) {
	}

	/** @throws ProblemException {@code net.throttled} while the place wants to be left alone */
	void check(URI uri) throws ProblemException {
		String place = place(uri);
		Optional<Duration> longest = waiting.stream().filter(asked -> asked.place.equals(place)).map(Asked::time).max(Comparator.naturalOrder());
		if (longest.isPresent()) {
			throw new ProblemException(Problem.of("net.throttled", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).with("host", String.valueOf(uri.getHost()))
					.with("seconds", longest.get().toSeconds()));
		}
	}

	/** Remembers what a reply asks for. */
	void note(URI uri, HttpReply reply) {
		Optional<Duration> time = reply.status() == 429 || reply.status() == 503 ? reply.header("retry-after").flatMap(text -> time(text.strip(), reply))
				: Optional.empty();
		if (time.isPresent()) {
			Asked asked = new Asked(place(uri), time.get().compareTo(LONGEST) > 0 ? LONGEST : time.get());
			waiting.add(asked);
			timer.start(asked.time, () -> waiting.remove(asked));
		}
	}

	private Optional<Duration> time(String text, HttpReply reply) {
		return text.matches("[1-9]\\d{0,8}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : untilDate(text, reply);
	}

	/** By the server's own clock where it tells the time, since ours may differ. */
	private Optional<Duration> untilDate(String text, HttpReply reply) {
		try {
			Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
			return Optional.of(Duration.between(reply.date().orElseGet(clock::instant), date)).filter(Duration::isPositive);
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	private static String place(URI uri) {
		return uri.getRawAuthority() + uri.getRawPath();
	}
}

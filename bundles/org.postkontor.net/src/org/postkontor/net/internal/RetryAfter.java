package org.postkontor.net.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpReply;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * Places that asked us to come back later (RFC 9110, 10.2.3; RFC 6585, 4): until then nothing is sent there, whoever asks. The
 * form with a date is not honoured, since it would need both clocks to agree.
 */
final class RetryAfter {
	private static final Duration LONGEST = Duration.ofHours(1);

	private final Map<String, Duration> waiting = new ConcurrentHashMap<>();
	private final DeadlineTimer timer;

	RetryAfter(DeadlineTimer timer) {
		this.timer = timer;
	}

	/** @throws ProblemException {@code net.throttled} while the place wants to be left alone */
	void check(URI uri) throws ProblemException {
		Duration wait = waiting.get(place(uri));
		if (wait != null) {
			throw new ProblemException(Problem.of("net.throttled", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).with("host", String.valueOf(uri.getHost()))
					.with("seconds", wait.toSeconds()));
		}
	}

	/** Remembers what a reply asks for. */
	void note(URI uri, HttpReply reply) {
		Optional<Duration> wait = reply.status() == 429 || reply.status() == 503 ? reply.header("retry-after").flatMap(RetryAfter::seconds) : Optional.empty();
		if (wait.isPresent()) {
			String place = place(uri);
			waiting.put(place, wait.get());
			timer.start(wait.get(), () -> waiting.remove(place));
		}
	}

	private static Optional<Duration> seconds(String header) {
		String text = header.strip();
		if (!text.matches("[1-9]\\d{0,8}")) {
			return Optional.empty();
		}
		Duration wait = Duration.ofSeconds(Long.parseLong(text));
		return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
	}

	private static String place(URI uri) {
		return uri.getRawAuthority() + uri.getRawPath();
	}
}

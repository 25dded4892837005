package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;

import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemException;

/** How long the log is kept. */
final class LogRetention {
	private static final Duration SHORTEST = Duration.ofDays(1);
	private static final Duration LONGEST = Duration.ofDays(36_500);
	private static final String NAME = "log.keep.seconds";

	private final SettingTable settings;
	private final LogTable log;

	LogRetention(SettingTable settings, LogTable log) {
		this.settings = settings;
		this.log = log;
	}

	Duration keep() throws ProblemException {
		return settings.value(NAME).map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(TransmissionLog.STANDARD);
	}

	void keep(Duration keep) throws ProblemException {
		if (keep.compareTo(SHORTEST) < 0 || keep.compareTo(LONGEST) > 0) {
			throw OutboxProblems.keep();
		}
		settings.value("record-keep", NAME, Long.toString(keep.toSeconds()));
	}

	/** Clears a part; true if there may be more. */
	boolean clear(Instant now) throws ProblemException {
		return log.forget(now.minus(keep()));
	}
}

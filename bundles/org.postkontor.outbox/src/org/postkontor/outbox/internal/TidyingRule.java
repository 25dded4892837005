package org.postkontor.outbox.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.outbox.Tidying;
import org.postkontor.problem.ProblemException;

/** The stored {@link Tidying}. */
final class TidyingRule {
	private static final String AFTER_FILING = "sent.keep.seconds";
	private static final String WITHOUT_COPY = "sent.without-copy.keep.seconds";
	private static final String NEVER = "never";

	private final SettingTable settings;

	TidyingRule(SettingTable settings) {
		this.settings = settings;
	}

	Tidying get() throws ProblemException {
		return new Tidying(time(AFTER_FILING, Tidying.STANDARD.afterFiling()), time(WITHOUT_COPY, Tidying.STANDARD.withoutCopy()));
	}

	/** What cannot be read is never: that hurts least. */
	private Optional<Duration> time(String name, Optional<Duration> standard) throws ProblemException {
		Optional<String> stored = settings.value(name);
		return stored.isEmpty() ? standard : stored.filter(value -> value.matches("\\d{1,12}")).map(value -> Duration.ofSeconds(Long.parseLong(value)));
	}

	void set(Tidying tidying) throws ProblemException {
		if (Stream.of(tidying.afterFiling(), tidying.withoutCopy()).flatMap(Optional::stream)
				.anyMatch(time -> time.isNegative() || time.compareTo(Tidying.LONGEST) > 0)) {
			throw OutboxProblems.tidying();
		}
		settings.value("record-tidying", AFTER_FILING, stored(tidying.afterFiling()));
		settings.value("record-tidying", WITHOUT_COPY, stored(tidying.withoutCopy()));
	}

	private static String stored(Optional<Duration> time) {
		return time.map(t -> Long.toString(t.toSeconds())).orElse(NEVER);
	}
}

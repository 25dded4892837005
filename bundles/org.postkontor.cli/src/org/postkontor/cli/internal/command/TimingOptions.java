package org.postkontor.cli.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;

/** The options that say when and in which order a mail goes. */
final class TimingOptions {
	static final Option NOT_BEFORE = Option.value("not-before", "TIME");
	static final Option NOT_AFTER = Option.value("not-after", "TIME");
	static final Option PRIORITY = Option.choice("priority", "low", "normal", "high");
	static final Option UNDO = Option.value("undo", "SECONDS");
	/** In place of a time: there is none any more. */
	private static final String NONE = "none";
	private static final long LONGEST_UNDO = 3600;

	private final Invocation invocation;

	TimingOptions(Invocation invocation) {
		this.invocation = invocation;
	}

	/** What was given; the rest as in {@code base}. */
	SendOptions over(SendOptions base) throws ProblemException {
		Optional<Priority> priority = invocation.arguments().value(PRIORITY.name()).map(typed -> Priority.valueOf(typed.toUpperCase(Locale.ROOT)));
		Optional<Duration> undo = undo();
		return new SendOptions(time(NOT_BEFORE, base.notBefore()), time(NOT_AFTER, base.notAfter()), priority.orElse(base.priority()),
				undo.orElse(base.undo()));
	}

	private Optional<Instant> time(Option option, Optional<Instant> before) throws ProblemException {
		if (invocation.arguments().value(option.name()).filter(NONE::equals).isPresent()) {
			return Optional.empty();
		}
		return new TimeOption(invocation.arguments(), invocation.services().clock()).value(option.name()).or(() -> before);
	}

	private Optional<Duration> undo() throws ProblemException {
		Optional<String> typed = invocation.arguments().value(UNDO.name());
		if (typed.isEmpty()) {
			return Optional.empty();
		}
		if (!typed.get().matches("[0-9]{1,4}") || Long.parseLong(typed.get()) > LONGEST_UNDO) {
			throw UsageProblem.of("usage.undo", "option", "--" + UNDO.name());
		}
		return Optional.of(Duration.ofSeconds(Long.parseLong(typed.get())));
	}
}

package org.postkontor.cli.internal.command;

import java.time.Duration;
import java.util.Optional;

import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.problem.ProblemException;

/** How long a command waits, in seconds. */
final class TimeoutOption {
	static final Option OPTION = Option.value("timeout", "SECONDS");

	private TimeoutOption() {
	}

	/** @throws ProblemException kind INPUT if it is given and not a number */
	static Optional<Duration> of(Arguments arguments) throws ProblemException {
		Optional<String> typed = arguments.value(OPTION.name()).filter(text -> !text.isEmpty());
		if (typed.isPresent() && !typed.get().matches("[0-9]{1,6}")) {
			throw UsageProblem.of("usage.number", "option", "--" + OPTION.name());
		}
		return typed.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
	}
}

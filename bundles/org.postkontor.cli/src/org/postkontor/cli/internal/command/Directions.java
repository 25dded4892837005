package org.postkontor.cli.internal.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.problem.ProblemException;

/** Which rights are asked for: the option {@code --directions}, else all that the account uses. */
final class Directions {
	private Directions() {
	}

	static Set<Direction> of(Arguments arguments, Account account) throws ProblemException {
		Set<Direction> possible = account.endpoints().stream().map(Endpoint::direction).collect(Collectors.toCollection(() -> EnumSet.noneOf(Direction.class)));
		if (!arguments.has("directions")) {
			return possible;
		}
		Set<Direction> wanted = of(arguments);
		if (!possible.containsAll(wanted)) {
			throw UsageProblem.of("account.direction", "account", account.address().toString());
		}
		return wanted;
	}

	/** The option alone; both without it. */
	static Set<Direction> of(Arguments arguments) throws ProblemException {
		if (!arguments.has("directions")) {
			return EnumSet.allOf(Direction.class);
		}
		Set<Direction> wanted = EnumSet.noneOf(Direction.class);
		for (String name : arguments.value("directions").orElse("").split(",", -1)) {
			switch (name.strip().toLowerCase(Locale.ROOT)) {
			case "send" -> wanted.add(Direction.SEND);
			case "receive" -> wanted.add(Direction.RECEIVE);
			default -> throw UsageProblem.of("usage.choice", "option", "--directions", "choices", "send, receive");
			}
		}
		return wanted;
	}
}

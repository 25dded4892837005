package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.problem.ProblemException;

/** {@code --leave-on-server}: how long mails stay on a POP3 server after they were received. */
final class LeaveOnServerOption {
	static final Option SYNTAX = Option.value("leave-on-server", "yes|no|DAYS");

	private LeaveOnServerOption() {
	}

	/**
	 * The servers with what was given; unchanged without it.
	 *
	 * @throws ProblemException kind INPUT if it is no such value, or receiving is not by POP3
	 */
	static List<Endpoint> applied(Arguments arguments, List<Endpoint> servers) throws ProblemException {
		Optional<String> typed = arguments.value(SYNTAX.name());
		if (typed.isEmpty()) {
			return servers;
		}
		LeaveOnServer wanted = parsed(typed.get());
		Optional<Endpoint> receiving = servers.stream().filter(s -> s.direction() == Direction.RECEIVE).findFirst();
		if (receiving.isEmpty() || receiving.get().protocol() != Protocol.POP3) {
			throw UsageProblem.of("usage.only-pop3", "option", "--" + SYNTAX.name());
		}
		return servers.stream().map(s -> s.protocol() == Protocol.POP3 ? s.with(wanted) : s).toList();
	}

	private static LeaveOnServer parsed(String typed) throws ProblemException {
		return switch (typed) {
		case "yes" -> LeaveOnServer.ALWAYS;
		case "no" -> LeaveOnServer.UNTIL_STORED;
		default -> {
			if (!typed.matches("[1-9][0-9]{0,2}")) {
				throw UsageProblem.of("usage.leave-on-server", "option", "--" + SYNTAX.name());
			}
			yield LeaveOnServer.days(Integer.parseInt(typed));
		}
		};
	}
}

package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.message.Draft;
import org.postkontor.message.SplitDraft;
import org.postkontor.problem.ProblemException;

/** The option that allows a large mail to go in numbered parts. */
final class SplitOption {
	private static final String OF_THE_SERVER = "auto";
	static final Option SPLIT = Option.valueOr(OF_THE_SERVER, "split", "MB");
	private static final long MEGABYTE = 1_000_000;
	/** As long as the server has not said what it takes. */
	private static final long USUAL_LIMIT = 20 * MEGABYTE;

	private final Invocation invocation;

	SplitOption(Invocation invocation) {
		this.invocation = invocation;
	}

	/** The draft alone if it must not be split or need not be. */
	List<Draft> parts(Account account, Draft draft) throws ProblemException {
		Optional<String> typed = invocation.arguments().value(SPLIT.name());
		return typed.isEmpty() ? List.of(draft) : new SplitDraft(draft, limit(account, typed.get()), invocation.texts().locale()).parts();
	}

	private long limit(Account account, String typed) throws ProblemException {
		if (typed.equals(OF_THE_SERVER)) {
			return invocation.services().outbox().sizeLimit(account.id()).orElse(USUAL_LIMIT);
		}
		if (!typed.matches("[1-9][0-9]{0,5}")) {
			throw UsageProblem.of("usage.megabytes", "option", "--" + SPLIT.name());
		}
		return Long.parseLong(typed) * MEGABYTE;
	}
}

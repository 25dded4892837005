package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemException;

/** Finds mails in the transmission log, also those that have left the outbox. */
final class LoggedMails {
	static final Option ACCOUNT = Option.value("account", "ACCOUNT");
	static final Option SINCE = Option.value("since", "TIME");
	static final Option UNTIL = Option.value("until", "TIME");

	private final Invocation invocation;

	LoggedMails(Invocation invocation) {
		this.invocation = invocation;
	}

	Transmission find(String typed) throws ProblemException {
		Optional<Transmission> found = typed.matches("[0-9a-zA-Z-]{1,64}") ? log().find(new OutboxId(typed)) : Optional.empty();
		return found.orElseThrow(() -> CommandFailure.of(ExitCode.NOT_FOUND, "mail.unknown", "mail", typed));
	}

	/** The mails that were named, or all of the account and the interval. */
	List<OutboxId> chosen() throws ProblemException {
		if (invocation.arguments().operands().isEmpty()) {
			return listed();
		}
		List<OutboxId> ids = new ArrayList<>();
		for (String typed : invocation.arguments().operands()) {
			ids.add(find(typed).mail().id());
		}
		return ids;
	}

	private List<OutboxId> listed() throws ProblemException {
		Optional<Account> account = invocation.accounts().find(invocation.arguments().value(ACCOUNT.name()));
		TimeOption times = new TimeOption(invocation.arguments(), invocation.services().clock());
		return log().mails(account.map(Account::id), times.value(SINCE.name()), times.value(UNTIL.name()));
	}

	private TransmissionLog log() {
		return invocation.services().log();
	}
}

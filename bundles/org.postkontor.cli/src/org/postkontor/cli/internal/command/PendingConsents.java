package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.output.ConsentView;
import org.postkontor.cli.internal.output.Json;

/** What administrators were asked for, of one account or of all. */
final class PendingConsents {
	private PendingConsents() {
	}

	static List<Pending> of(Invocation invocation, Optional<Account> account) {
		return invocation.services().consents().pending().stream().filter(p -> account.isEmpty() || account.get().id().equals(p.account())).toList();
	}

	static ExitCode show(Invocation invocation, Optional<Account> account) {
		List<Pending> pending = of(invocation, account);
		ConsentView view = new ConsentView(invocation.texts(), invocation.services().guides());
		invocation.output().result(new Json().add("pending", Json.array(pending, view::json)).object(),
				view.lines(pending, invocation.accounts()::name));
		return pending.isEmpty() ? ExitCode.OK : ExitCode.CONSENT_PENDING;
	}
}

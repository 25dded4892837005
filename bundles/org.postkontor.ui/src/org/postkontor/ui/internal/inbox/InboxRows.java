package org.postkontor.ui.internal.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** Loads the inbox, newest first, with the names of the accounts. Blocks. */
public record InboxRows(UiServices services) implements Operation<List<InboxRow>> {
	@Override
	public List<InboxRow> run(IProgressMonitor monitor) throws ProblemException {
		Map<AccountId, String> names = services.accounts().accounts().stream().collect(Collectors.toMap(Account::id, Account::name, (a, b) -> a));
		return services.inbox().entries(Optional.empty()).stream().map(e -> new InboxRow(e, names.getOrDefault(e.account(), "?"))).toList();
	}
}

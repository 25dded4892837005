package org.postkontor.ui.internal.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** Loads the outbox, newest first. Blocks. */
public record OutboxRows(UiServices services) implements Operation<List<OutboxRow>> {
	@Override
	public List<OutboxRow> run(IProgressMonitor monitor) throws ProblemException {
		Map<AccountId, Account> accounts = services.accounts().accounts().stream().collect(Collectors.toMap(Account::id, a -> a, (a, b) -> a));
		Map<AccountId, Problem> paused = new HashMap<>();
		for (Lane lane : services.outbox().lanes()) {
			lane.paused().ifPresent(p -> paused.put(lane.account(), p));
		}
		List<OutboxRow> rows = new ArrayList<>();
		for (OutboxEntry entry : services.outbox().entries()) {
			rows.add(new OutboxRow(entry, Optional.ofNullable(accounts.get(entry.account())), Optional.ofNullable(paused.get(entry.account()))));
		}
		java.util.Collections.reverse(rows);
		return List.copyOf(rows);
	}
}

package org.postkontor.ui.internal.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Sending;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.operation.Operation;

/** Loads the outbox, newest first. Blocks. */
public record OutboxRows(Outbox outbox, AccountRegistry registry, Clock clock) implements Operation<OutboxRows.Loaded> {
	/**
	 * @param hasAccounts false if there is none to send from
	 */
	public record Loaded(List<OutboxRow> rows, boolean hasAccounts) {
		static final Loaded NOTHING = new Loaded(List.of(), true);

		public Loaded {
			rows = List.copyOf(rows);
		}
	}

	@Override
	public Loaded run(IProgressMonitor monitor) throws ProblemException {
		Instant now = clock.instant();
		Map<AccountId, Account> accounts = registry.accounts().stream().collect(Collectors.toMap(Account::id, a -> a, (a, b) -> a));
		Map<AccountId, Lane> lanes = outbox.lanes().stream().collect(Collectors.toMap(Lane::account, l -> l, (a, b) -> a));
		Map<OutboxId, Sending> sending = outbox.sending().stream().collect(Collectors.toMap(Sending::id, s -> s, (a, b) -> a));
		Map<OutboxId, Instant> expected = outbox.expected();
		DeadlineRisk risk = new DeadlineRisk(now);
		List<OutboxRow> rows = new ArrayList<>();
		for (OutboxEntry entry : outbox.entries()) {
			Optional<Lane> lane = Optional.ofNullable(lanes.get(entry.account()));
			Optional<Instant> time = Optional.ofNullable(expected.get(entry.id()));
			rows.add(new OutboxRow(entry, Optional.ofNullable(accounts.get(entry.account())), lane, time,
					Optional.ofNullable(sending.get(entry.id())).map(s -> SendingProgress.of(s, now)), risk.of(entry, lane, time)));
		}
		Collections.reverse(rows);
		return new Loaded(rows, !accounts.isEmpty());
	}
}

package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

/** Lanes as they stand, and what is to be expected of them. */
final class LaneOverview {
	private final OutboxCore core;

	LaneOverview(OutboxCore core) {
		this.core = core;
	}

	List<Lane> lanes() throws ProblemException {
		Map<AccountId, LaneTable.Pause> pauses = core.lanes().pauses();
		Map<AccountId, Instant> throttled = core.handedOver().throttled(core.around().now());
		return accounts().stream().map(id -> new Lane(id, Optional.ofNullable(pauses.get(id)).map(LaneTable.Pause::problem),
				Optional.ofNullable(throttled.get(id)))).toList();
	}

	private Set<AccountId> accounts() throws ProblemException {
		Set<AccountId> accounts = new LinkedHashSet<>();
		core.around().accounts().accounts().stream().filter(a -> a.endpoint(Direction.SEND).isPresent()).map(Account::id).forEach(accounts::add);
		accounts.addAll(core.due().accountsInUse());
		return accounts;
	}

	Map<OutboxId, Instant> expected() throws ProblemException {
		Instant now = core.around().now();
		Map<AccountId, LaneTable.Pause> pauses = core.lanes().pauses();
		Map<OutboxId, Instant> expected = new HashMap<>();
		for (AccountId account : accounts()) {
			Optional<LaneTable.Pause> pause = Optional.ofNullable(pauses.get(account));
			Optional<Instant> start = pause.isEmpty() ? Optional.of(now) : pause.get().retryAt();
			if (start.isPresent()) {
				SendingBudget budget = core.around().accounts().find(account).flatMap(a -> a.endpoint(Direction.SEND))
						.map(endpoint -> core.budgets().of(endpoint.host())).orElse(SendingBudget.UNLIMITED);
				expected.putAll(new Forecast(budget).expect(core.due().waiting(account), core.handedOver().lastDay(account, now),
						start.get().isAfter(now) ? start.get() : now));
			}
		}
		return expected;
	}
}

package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.SharedForecast.Basis;
import org.postkontor.problem.ProblemException;

/** Lanes as they stand, and what is to be expected of them. */
final class LaneOverview {
	/** The order in which waiting mails go: priority, acceptance. */
	private static final Comparator<OutboxEntry> FIRST = Comparator.comparing((OutboxEntry entry) -> entry.options().priority()).reversed()
			.thenComparing(OutboxEntry::id);

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
		Basis basis = new Basis(core.shared().entries(), core.lanes().pauses(), core.around().accounts().accounts());
		return core.forecast().get(basis, now, () -> expected(basis, now));
	}

	private Map<OutboxId, Instant> expected(Basis basis, Instant now) throws ProblemException {
		Map<AccountId, List<OutboxEntry>> waiting = basis.mails().stream().filter(entry -> entry.state().isWaiting()).sorted(FIRST)
				.collect(Collectors.groupingBy(OutboxEntry::account));
		Map<OutboxId, Instant> expected = new HashMap<>();
		for (Map.Entry<AccountId, List<OutboxEntry>> lane : waiting.entrySet()) {
			AccountId account = lane.getKey();
			Optional<LaneTable.Pause> pause = Optional.ofNullable(basis.pauses().get(account));
			Optional<Instant> start = pause.isEmpty() ? Optional.of(now) : pause.get().retryAt();
			if (start.isPresent()) {
				SendingBudget budget = core.around().accounts().find(account).flatMap(a -> a.endpoint(Direction.SEND))
						.map(endpoint -> core.budgets().of(endpoint.host())).orElse(SendingBudget.UNLIMITED);
				expected.putAll(new Forecast(budget).expect(lane.getValue(), core.handedOver().lastDay(account, now),
						start.get().isAfter(now) ? start.get() : now));
			}
		}
		return expected;
	}
}

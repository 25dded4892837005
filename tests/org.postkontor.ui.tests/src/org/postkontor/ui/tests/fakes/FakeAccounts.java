package org.postkontor.ui.tests.fakes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Accounts in memory; fails on demand. */
public final class FakeAccounts implements AccountRegistry {
	private final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();
	private final List<Problem> problems = new CopyOnWriteArrayList<>();
	private final Listeners listeners = new Listeners();
	private volatile Optional<Problem> saveProblem = Optional.empty();

	public void reset() {
		accounts.clear();
		saveProblem = Optional.empty();
		problems.clear();
		listeners.fire();
	}

	public void failNextSave(Problem problem) {
		saveProblem = Optional.of(problem);
	}

	/** As if a file had been found that is no account. */
	public void damage(Problem problem) {
		problems.add(problem);
		listeners.fire();
	}

	@Override
	public List<Account> accounts() {
		return accounts.values().stream().sorted(Comparator.comparing(Account::name)).toList();
	}

	@Override
	public Optional<Account> find(AccountId id) {
		return Optional.ofNullable(accounts.get(id));
	}

	@Override
	public Optional<Account> find(MailAddress address) {
		return accounts.values().stream().filter(a -> a.address().toString().equalsIgnoreCase(address.toString())).findFirst();
	}

	@Override
	public void save(Account account) throws ProblemException {
		Optional<Problem> problem = saveProblem;
		saveProblem = Optional.empty();
		if (problem.isPresent()) {
			throw new ProblemException(problem.get());
		}
		accounts.put(account.id(), account);
		listeners.fire();
	}

	@Override
	public void remove(AccountId id) {
		accounts.remove(id);
		listeners.fire();
	}

	@Override
	public List<Problem> problems() {
		return List.copyOf(problems);
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return listeners.add(onChange);
	}
}

package org.postkontor.cli.tests.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.Problem;

/** Accounts in memory. */
public final class FakeAccounts implements AccountRegistry {
	private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
	public final List<Problem> problems = new ArrayList<>();

	@Override
	public List<Account> accounts() {
		return List.copyOf(accounts.values());
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
	public void save(Account account) {
		accounts.put(account.id(), account);
	}

	@Override
	public void remove(AccountId id) {
		accounts.remove(id);
	}

	@Override
	public List<Problem> problems() {
		return problems;
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return () -> onChange.hashCode();
	}
}

package org.postkontor.fakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.problem.Problem;

/** Accounts in memory. */
public final class FakeAccounts implements AccountRegistry {
	private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	public static Account account(String id, Protocol... protocols) {
		List<Endpoint> endpoints = java.util.Arrays.stream(protocols).map(p -> new Endpoint(p, p.name().toLowerCase() + ".example.test", 993,
				TlsMode.IMPLICIT, AuthBinding.of("password", id, Map.of()))).toList();
		return new Account(new AccountId(id), id, new MailAddress(id, "example.test"), "", Scope.OFFICE, endpoints);
	}

	@Override
	public synchronized List<Account> accounts() {
		return List.copyOf(accounts.values());
	}

	@Override
	public synchronized Optional<Account> find(AccountId id) {
		return Optional.ofNullable(accounts.get(id));
	}

	@Override
	public Optional<Account> find(MailAddress address) {
		return accounts().stream().filter(a -> a.address().equals(address)).findFirst();
	}

	@Override
	public void save(Account account) {
		synchronized (this) {
			accounts.put(account.id(), account);
		}
		listeners.forEach(Runnable::run);
	}

	@Override
	public synchronized void remove(AccountId id) {
		accounts.remove(id);
	}

	@Override
	public List<Problem> problems() {
		return List.of();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		listeners.add(onChange);
		return () -> listeners.remove(onChange);
	}
}

package org.postkontor.bench;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Scope;
import org.postkontor.problem.Problem;

/** A registry that knows one account. */
record OneAccount(Account account) implements AccountRegistry {
	static final AccountId ID = new AccountId("anna");

	static OneAccount of(List<Endpoint> endpoints) {
		return new OneAccount(new Account(ID, "Anna", new MailAddress("anna", "example.test"), "", Scope.OFFICE, endpoints));
	}

	@Override
	public List<Account> accounts() {
		return List.of(account);
	}

	@Override
	public Optional<Account> find(AccountId id) {
		return Optional.of(account).filter(a -> a.id().equals(id));
	}

	@Override
	public Optional<Account> find(MailAddress address) {
		return Optional.of(account).filter(a -> a.address().equals(address));
	}

	@Override
	public void save(Account changed) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void remove(AccountId id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Problem> problems() {
		return List.of();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return () -> {
		};
	}
}

package org.postkontor.auth.oauth.tests;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.Problem;

/** A registry in which nothing is saved. */
record NoAccounts() implements AccountRegistry {
	@Override
	public List<Account> accounts() {
		return List.of();
	}

	@Override
	public Optional<Account> find(AccountId id) {
		return Optional.empty();
	}

	@Override
	public Optional<Account> find(MailAddress address) {
		return Optional.empty();
	}

	@Override
	public void save(Account account) {
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
		throw new UnsupportedOperationException();
	}
}

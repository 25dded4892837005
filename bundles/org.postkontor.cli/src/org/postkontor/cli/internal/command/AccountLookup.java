package org.postkontor.cli.internal.command;

import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.MailAddress;
import org.postkontor.cli.ExitCode;
import org.postkontor.problem.ProblemException;

/** Finds the account that is meant by an address or an id. */
public final class AccountLookup {
	private final AccountRegistry registry;

	AccountLookup(AccountRegistry registry) {
		this.registry = registry;
	}

	/** @throws ProblemException kind INPUT for an impossible address, NOT_FOUND for an unknown account */
	public Account find(String typed) throws ProblemException {
		Optional<Account> byId = typed.matches("[a-z0-9-]{1,64}") ? registry.find(new AccountId(typed)) : Optional.empty();
		if (byId.isPresent()) {
			return byId.get();
		}
		if (!typed.contains("@") && typed.strip().matches("[0-9a-f]{8}-[0-9a-f-]{1,55}")) {
			throw unknown(typed);
		}
		return registry.find(MailAddress.parse(typed)).orElseThrow(() -> unknown(typed));
	}

	/** As {@link #find}; empty stays empty. */
	public Optional<Account> find(Optional<String> typed) throws ProblemException {
		return typed.isPresent() ? Optional.of(find(typed.get())) : Optional.empty();
	}

	/** How an account is called: its address, or its id if it is gone. */
	public String name(AccountId id) {
		return registry.find(id).map(Account::address).map(Object::toString).orElse(id.value());
	}

	private static ProblemException unknown(String typed) {
		return CommandFailure.of(ExitCode.NOT_FOUND, "account.unknown", "account", typed.strip());
	}
}

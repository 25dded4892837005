package org.postkontor.auth.internal.broker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.problem.ProblemException;

/** What an account looks like after a sign-in; pure. */
final class Rebinding {
	private final Account account;
	private final List<Endpoint> endpoints;
	private final Session session;

	/** @param endpoints of the account, of one provider and principal */
	Rebinding(Account account, List<Endpoint> endpoints, Session session) {
		this.account = account;
		this.endpoints = endpoints;
		this.session = session;
	}

	/** The right user signed in. */
	Account signedIn() {
		return with(account, AuthBinding::settings, false, false);
	}

	/**
	 * Somebody else signed in.
	 *
	 * @throws ProblemException kind INPUT if the account shall get the address of a user who has none
	 */
	Account as(UserDecision decision) throws ProblemException {
		return switch (decision) {
		case REMEMBER_ALIAS -> with(account, this::alias, false, false);
		case SHARED_MAILBOX -> with(account, AuthBinding::settings, true, false);
		case CHANGE_ADDRESS -> with(moved(), AuthBinding::settings, true, true);
		case CHOOSE_ANOTHER, REFUSE -> throw new IllegalArgumentException(decision.name());
		};
	}

	/** With the address of the user; a name that is not the address was chosen by the person and stays. */
	private Account moved() throws ProblemException {
		MailAddress address = MailAddress.parse(user());
		String old = UserNames.fold(account.address().toString());
		String name = UserNames.fold(account.name()).equals(old) ? address.toString() : account.name();
		return new Account(account.id(), name, address, account.senderName(), account.scope(), account.endpoints());
	}

	private Account with(Account base, java.util.function.Function<AuthBinding, Map<String, String>> settings, boolean asUser, boolean ownMailbox) {
		Account bound = base;
		for (Endpoint endpoint : endpoints) {
			AuthBinding old = endpoint.auth();
			String principal = asUser ? user() : old.principal();
			String mailbox = !asUser ? old.mailbox() : ownMailbox ? user() : account.address().toString();
			bound = bound.with(endpoint.with(new AuthBinding(old.provider(), principal, mailbox, old.session(), settings.apply(old)).signedIn(session.id())));
		}
		return bound;
	}

	private Map<String, String> alias(AuthBinding binding) {
		Map<String, String> settings = new LinkedHashMap<>(binding.settings());
		settings.put(ExpectedUser.ALIAS_SUBJECT, session.subject());
		return settings;
	}

	private String user() {
		String name = ExpectedUser.names(session).getFirst();
		return name.regionMatches(true, 0, UserNames.LIVE, 0, UserNames.LIVE.length()) ? name.substring(UserNames.LIVE.length()) : name;
	}
}

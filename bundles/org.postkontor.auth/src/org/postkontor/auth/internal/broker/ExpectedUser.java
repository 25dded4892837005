package org.postkontor.auth.internal.broker;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.Session;

/**
 * Whom a binding belongs to; pure. Subjects are only comparable within one issuer and client id, since providers may give
 * each application its own (OpenID Connect Core 8.1).
 *
 * @param address  of the account
 * @param previous the last sign-in of this binding
 */
record ExpectedUser(AuthBinding binding, MailAddress address, Optional<Session> previous) {
	/** Binding setting: a user that the person called the same one, under another name. */
	static final String ALIAS_SUBJECT = "aliasSubject";

	/** Who signed in. */
	enum Finding {
		SAME, OTHER,
		/** The name is right, but it belongs to somebody else than before. */
		SUBJECT_CHANGED
	}

	Finding judge(Session session) {
		if (isAlias(session)) {
			return Finding.SAME;
		}
		boolean named = UserNames.matches(session, binding.principal()) || isOwnMailbox() && UserNames.matches(session, address.toString());
		Optional<Session> before = previous.filter(last -> last.issuer().equals(session.issuer()) && last.clientId().equals(session.clientId()))
				.filter(last -> isAlias(last) || UserNames.isKnownAs(last, binding.principal()));
		if (before.isEmpty()) {
			return named ? Finding.SAME : Finding.OTHER;
		}
		if (isSameSubject(before.get(), session)) { // renamed at the provider
			return Finding.SAME;
		}
		return named ? Finding.SUBJECT_CHANGED : Finding.OTHER;
	}

	/** Never empty. */
	static List<String> names(Session session) {
		return session.names().isEmpty() ? List.of(session.subject()) : session.names();
	}

	private boolean isAlias(Session session) {
		return session.subject().equals(binding.settings().get(ALIAS_SUBJECT));
	}

	private boolean isOwnMailbox() {
		return UserNames.fold(binding.mailbox()).equals(UserNames.fold(binding.principal()));
	}

	/** Without names the subject is what the person typed. */
	private static boolean isSameSubject(Session one, Session other) {
		return one.subject().equals(other.subject())
				|| one.names().isEmpty() && other.names().isEmpty() && UserNames.fold(one.subject()).equals(UserNames.fold(other.subject()));
	}
}

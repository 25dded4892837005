package org.postkontor.auth.oauth.internal;

import java.util.List;
import java.util.Optional;

import org.postkontor.auth.UserChoice;

/** The parameter {@code prompt} (OpenID Connect Core 1.0, 3.1.2.1) in the words that a provider knows. */
final class Prompts {
	static final String CONSENT = "consent";
	private static final String ALL = "login select_account consent";

	private final List<String> known;

	/** @param declared values separated by blanks; null for all */
	Prompts(@org.eclipse.jdt.annotation.Nullable String declared) {
		this.known = List.of((declared == null ? ALL : declared).strip().split("\\s+"));
	}

	/** Empty: the provider decides, and may use the session that the browser has. */
	Optional<String> of(UserChoice users, boolean consent) {
		if (consent) {
			return first(CONSENT);
		}
		return switch (users) {
		case SUGGESTED -> Optional.empty();
		case SELECT -> first("select_account", "login");
		case AGAIN -> first("login", "select_account");
		};
	}

	private Optional<String> first(String... wanted) {
		return List.of(wanted).stream().filter(known::contains).findFirst();
	}
}

package org.postkontor.account;

import java.util.List;
import java.util.Optional;

/**
 * An account as it is configured; immutable, without secrets.
 *
 * @param name        shown in lists, for example the address
 * @param senderName  shown to recipients; may be empty
 * @param endpoints   at most one per protocol; the first receiving one is used for receiving
 */
public record Account(AccountId id, String name, MailAddress address, String senderName, Scope scope, List<Endpoint> endpoints) {
	public Account {
		endpoints = List.copyOf(endpoints);
	}

	/** The endpoint that sends or receives, if the account has one. */
	public Optional<Endpoint> endpoint(Direction direction) {
		return endpoints.stream().filter(e -> e.direction() == direction).findFirst();
	}

	/** The same account with {@code changed} in the place of the endpoint of the same protocol. */
	public Account with(Endpoint changed) {
		return new Account(id, name, address, senderName, scope,
				endpoints.stream().map(e -> e.protocol() == changed.protocol() ? changed : e).toList());
	}

	/** The same account with other endpoints. */
	public Account with(List<Endpoint> newEndpoints) {
		return new Account(id, name, address, senderName, scope, newEndpoints);
	}
}

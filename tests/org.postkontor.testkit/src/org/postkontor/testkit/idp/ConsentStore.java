package org.postkontor.testkit.idp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who allowed what to which application: users for themselves, administrators for their organisation. Thread-safe. */
final class ConsentStore {

	private record Key(String giver, String client) {
	}

	private final Map<Key, Set<String>> given = new HashMap<>();

	synchronized Set<String> of(MicrosoftUser user, String client) {
		Set<String> all = new HashSet<>(given.getOrDefault(new Key(user.oid(), client), Set.of()));
		all.addAll(given.getOrDefault(new Key(user.tenant().id(), client), Set.of()));
		return all;
	}

	synchronized void byUser(MicrosoftUser user, String client, Set<String> scopes) {
		given.computeIfAbsent(new Key(user.oid(), client), key -> new HashSet<>()).addAll(scopes);
	}

	synchronized void byAdministrator(MicrosoftTenant tenant, String client, Set<String> scopes) {
		given.computeIfAbsent(new Key(tenant.id(), client), key -> new HashSet<>()).addAll(scopes);
	}

	synchronized void withdraw(MicrosoftUser user) {
		given.keySet().removeIf(key -> key.giver().equals(user.oid()));
	}
}

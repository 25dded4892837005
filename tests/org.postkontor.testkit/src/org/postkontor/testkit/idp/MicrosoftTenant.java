package org.postkontor.testkit.idp;

import java.util.Set;

/**
 * An organisation at the Microsoft identity platform. Immutable.
 *
 * @param id        a GUID, the claim {@code tid}
 * @param domains   verified domains; they work in the place of the id
 * @param adminOnly scopes that only an administrator may consent to
 */
public record MicrosoftTenant(String id, Set<String> domains, Set<String> adminOnly) {

	/** Where all personal accounts live; its users decide by themselves. */
	public static final MicrosoftTenant PERSONAL = new MicrosoftTenant("9188040d-6c67-4c5b-b112-36a304b66dad", Set.of(), Set.of());

	public MicrosoftTenant {
		domains = Set.copyOf(domains);
		adminOnly = Set.copyOf(adminOnly);
	}

	/** With the default policy since 2025: users may let a program send, an administrator has to let it read. */
	public static MicrosoftTenant work(String id, String domain) {
		return new MicrosoftTenant(id, Set.of(domain), MicrosoftScopes.READING);
	}

	/** The same organisation, whose users may consent to everything but these scopes. */
	public MicrosoftTenant adminOnly(String... scopes) {
		return new MicrosoftTenant(id, domains, Set.of(scopes));
	}

	boolean isPersonal() {
		return id.equals(PERSONAL.id());
	}

	boolean isNamed(String segment) {
		return id.equals(segment) || domains.contains(segment);
	}

	/** Whether users of this organisation may sign in under that first part of the path. */
	boolean isServedAt(String segment) {
		return switch (segment) {
		case "common" -> true;
		case "organizations" -> !isPersonal();
		case "consumers" -> isPersonal();
		default -> isNamed(segment);
		};
	}
}

package org.postkontor.testkit.idp;

import java.util.Map;

/**
 * A person with a work or personal Microsoft account. Immutable.
 *
 * @param oid           the claim {@code oid}, first half of the home account id
 * @param administrator may consent for the whole organisation
 */
public record MicrosoftUser(String username, String password, String oid, MicrosoftTenant tenant, boolean administrator) {

	/** A user whose object id is derived from the address. */
	public static MicrosoftUser of(String username, String password, MicrosoftTenant tenant) {
		return new MicrosoftUser(username, password, String.format("00000000-0000-0000-0000-%012x", username.hashCode() & 0xffffffffL), tenant, false);
	}

	public MicrosoftUser asAdministrator() {
		return new MicrosoftUser(username, password, oid, tenant, true);
	}

	/** As the stores shared with the plain dialect know this person; the subject is pairwise, so it says nothing elsewhere. */
	IdpUser asIdpUser() {
		return new IdpUser(username, password, "pairwise-" + oid, Map.of("oid", oid, "tid", tenant.id(), "upn", username, "ver", "2.0"));
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "MicrosoftUser[" + username + "]";
	}
}

package org.postkontor.auth.spi;

import java.util.Optional;

import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Resource;

/**
 * @param refused true if the server refused the last credential, so that one refresh is due whatever the expiry says
 * @param claims  a claims challenge of the resource (JSON): the token has to be fetched anew with it; a provider that knows
 *                no claims treats it like {@code refused}
 */
public record CredentialRequest(AuthBinding binding, Resource resource, boolean refused, Optional<String> claims) {
	/** Without a claims challenge. */
	public CredentialRequest(AuthBinding binding, Resource resource, boolean refused) {
		this(binding, resource, refused, Optional.empty());
	}
}

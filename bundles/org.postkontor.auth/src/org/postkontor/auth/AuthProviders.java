package org.postkontor.auth;

import java.util.List;
import java.util.Optional;

import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.ProblemException;

/**
 * The providers contributed through the extension point {@code org.postkontor.auth.authProviders}. OSGi service,
 * thread-safe.
 */
public interface AuthProviders {
	/** All usable declarations in their order, replaced ones left out; loads no provider class. */
	List<ProviderDescription> descriptions();

	Optional<ProviderDescription> description(String id);

	/** The provider itself, loading its class. */
	AuthProvider provider(String id) throws ProblemException;
}

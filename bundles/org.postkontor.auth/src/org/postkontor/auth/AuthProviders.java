package org.postkontor.auth;

import java.util.List;
import java.util.Optional;

import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/**
 * The providers contributed through the extension point {@code org.postkontor.auth.authProviders}. OSGi service,
 * thread-safe.
 */
public interface AuthProviders {
	/** All usable declarations in their order, replaced ones left out; loads no provider class. */
	List<ProviderDescription> descriptions();

	Optional<ProviderDescription> description(String id);

	/** Contributions left out, with the reason: invalid ones, and conflicts between replacing ones. */
	default List<Problem> problems() {
		return List.of();
	}

	/**
	 * Why a usable declaration cannot run now, for example since a service is missing; says what is missing. Empty if it can,
	 * as far as is known without loading its class.
	 */
	default Optional<Problem> obstacle(String id) {
		return Optional.empty();
	}

	/**
	 * The provider itself, loading its class.
	 *
	 * @throws ProblemException kind CONFIGURATION: {@code auth.provider-unknown}, {@code auth.provider-broken},
	 *                          {@code auth.provider-not-served} (see {@link #obstacle})
	 */
	AuthProvider provider(String id) throws ProblemException;
}

package org.postkontor.auth.spi;

/**
 * Runs the providers that are only data. An OSGi service with the property {@link #KIND}; there is one for each kind
 * ({@code oauth}, {@code password}).
 */
public interface AuthProviderFactory {
	/** Service property: the kind of the descriptions it understands. */
	String KIND = "org.postkontor.auth.kind";

	/** A provider that behaves as declared; cheap, no network. */
	AuthProvider create(ProviderDescription description);
}

package org.postkontor.auth.oauth.tests;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;

/** Only the provider under test. */
record OneProvider(OidcWorld world) implements AuthProviders {
	@Override
	public List<ProviderDescription> descriptions() {
		return List.of(OidcWorld.description(Map.of()));
	}

	@Override
	public Optional<ProviderDescription> description(String id) {
		return descriptions().stream().filter(description -> description.id().equals(id)).findFirst();
	}

	@Override
	public AuthProvider provider(String id) {
		return world.provider();
	}
}

package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.auth.internal.extension.ExtensionAuthProviders;
import org.postkontor.auth.spi.ProviderDescription;

class BuiltInProvidersTest {
	ExtensionAuthProviders providers;

	@BeforeEach
	void readTheRealDeclarations() throws Exception {
		Object token = new Object();
		IExtensionRegistry registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null), token, token);
		for (String bundle : List.of("org.postkontor.auth", "org.postkontor.auth.oauth")) {
			String xml = Files.readString(Path.of("..", "..", "bundles", bundle, "plugin.xml"));
			try (InputStream in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))) {
				assertTrue(registry.addContribution(in, ContributorFactorySimple.createContributor(bundle), false, bundle, null, token));
			}
		}
		providers = new ExtensionAuthProviders(registry);
	}

	@Test
	void areAllValid() {
		assertEquals(List.of(), providers.problems());
		assertEquals(List.of("google", "fastmail", "yahoo", "aol", "oauth", "password"),
				providers.descriptions().stream().map(ProviderDescription::id).toList());
	}

	@Test
	void bringNoClientIdOfAnybody() {
		assertTrue(providers.descriptions().stream().noneMatch(description -> description.settings().containsKey("clientId")));
	}

	@Test
	void thoseOnTheInternetTrustPublicAuthoritiesOnly() {
		for (ProviderDescription description : providers.descriptions()) {
			boolean declared = description.settings().containsKey("issuer");
			assertEquals(declared, "true".equals(description.settings().get("public")), description.id());
			assertEquals(declared, !description.hosts().isEmpty(), description.id());
		}
	}

	@Test
	void sendingNeverNeedsTheRightToReadWhereTheProviderTellsThemApart() {
		ProviderDescription fastmail = providers.description("fastmail").orElseThrow();
		assertFalse(fastmail.settings().get("scopes.send.smtp").contains("imap"));
	}
}

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Protocol;
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
		assertEquals(List.of("google", "fastmail", "yahoo", "aol", "comcast", "yandex", "mailru", "oauth", "password"),
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

	@ParameterizedTest
	@ValueSource(strings = { "google", "fastmail", "yahoo", "aol", "comcast", "yandex", "mailru" })
	void areCompleteAndHttpsOnly(String id) {
		ProviderDescription description = providers.description(id).orElseThrow();
		Map<String, String> settings = description.settings();
		assertTrue(settings.get("issuer").startsWith("https://"));
		if ("false".equals(settings.get("discovery"))) {
			for (String endpoint : List.of("authorizeUri", "tokenUri")) {
				assertTrue(settings.get(endpoint).startsWith("https://"), endpoint);
			}
		}
		for (Protocol protocol : description.protocols()) {
			String direction = protocol == Protocol.SMTP ? "scopes.send" : "scopes.receive";
			String scopes = settings.getOrDefault(direction + "." + protocol.name().toLowerCase(Locale.ROOT), settings.getOrDefault(direction, ""));
			assertFalse(scopes.isBlank(), protocol + " has no rights");
		}
		assertTrue(description.protocols().containsAll(Set.of(Protocol.IMAP, Protocol.SMTP)));
		assertFalse(description.domains().isEmpty());
		assertTrue(settings.containsKey("scopes.identity"));
		assertEquals("127.0.0.1", settings.get("redirectHost"));
	}

	@Test
	void googleIsAskedForALastingSignInAndKnownToEnd() {
		Map<String, String> google = providers.description("google").orElseThrow().settings();
		assertEquals("access_type=offline&include_granted_scopes=true", google.get("parameters"));
		assertEquals("client_secret_post", google.get("clientAuth"));
		assertEquals("7", google.get("testingDays"));
		assertEquals("180", google.get("unusedDays"));
		assertFalse(google.get("prompts").contains("login"));
	}

	@Test
	void aCodeOnAnotherDeviceIsOfferedOnlyWhereItCanWork() {
		assertEquals(List.of("oauth"), providers.descriptions().stream().filter(ProviderDescription::mayUseDeviceCode).map(ProviderDescription::id).toList());
	}

	@Test
	void sendingNeverNeedsTheRightToReadWhereTheProviderTellsThemApart() {
		ProviderDescription fastmail = providers.description("fastmail").orElseThrow();
		assertFalse(fastmail.settings().get("scopes.send.smtp").contains("imap"));
	}
}

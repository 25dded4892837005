package org.postkontor.auth.tests.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.postkontor.account.Home;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.VaultKey;

@EnabledIf("org.postkontor.auth.tests.osgi.Framework#isRunning")
class ServicesTest {
	@TempDir
	Path folder;
	final BundleContext context = FrameworkUtil.getBundle(ServicesTest.class).getBundleContext();
	ServiceRegistration<Home> home;
	ServiceRegistration<VaultKey> key;

	@BeforeEach
	void theApplicationRegistersHomeAndKey() {
		home = context.registerService(Home.class, new Home(folder, true), null);
		key = context.registerService(VaultKey.class, new VaultKey.PasswordFile(folder.resolve("password"), true), null);
	}

	@AfterEach
	void unregister() {
		key.unregister();
		home.unregister();
	}

	@Test
	void theVaultServiceKeepsSessionsInTheHome() throws Exception {
		int before = ForbiddenPasswordProvider.CALLS.get();
		TokenVault vault = service(TokenVault.class);
		Clock clock = service(Clock.class);
		Session session = new Session("a1", "p", "i", "c", "s", List.of(), Set.of(), Set.of(), clock.instant(), clock.instant(),
				Map.of("access", Secret.of("token")), Map.of());
		vault.write(session);
		assertEquals(session, vault.read("a1").orElseThrow());
		assertEquals(TokenVault.State.ENCRYPTED, vault.state());
		assertTrue(Files.exists(folder.resolve("vault").resolve("a1.vault")));
		assertEquals(before, ForbiddenPasswordProvider.CALLS.get());
	}

	@Test
	void theBuiltInPasswordProviderComesThroughTheExtensionPoint() throws Exception {
		AuthProviders providers = service(AuthProviders.class);
		assertEquals("password", providers.description("password").orElseThrow().kind());
		assertEquals(List.of(), providers.problems());
		assertNotNull(providers.provider("password"));
	}

	@Test
	void aClassOfAnotherBundleIsLoadedFromThatBundle() throws Exception {
		AuthProviders providers = service(AuthProviders.class);
		assertEquals("org.postkontor.auth.tests", providers.description("org.example.own").orElseThrow().contributor());
		assertEquals("org.postkontor.auth.tests.ThirdPartyProvider", providers.provider("org.example.own").getClass().getName());
	}

	private <T> T service(Class<T> type) throws InterruptedException {
		ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
		tracker.open();
		try {
			T service = tracker.waitForService(10_000);
			assertNotNull(service, type.getName());
			return service;
		} finally {
			tracker.close();
		}
	}
}

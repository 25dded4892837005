package org.postkontor.auth.microsoft.tests.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.postkontor.account.Branding;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.microsoft.tests.MicrosoftWorld;
import org.postkontor.auth.microsoft.tests.ServiceSignIn;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.net.HttpService;

/** The registered service signs in through the extension point, with MSAL as a bundle; in the build only. */
@EnabledIf("isFrameworkRunning")
class MicrosoftServiceTest {
	private static final String ID = "(org.postkontor.auth.provider=microsoft)";
	BundleContext context;
	MicrosoftWorld world;
	ServiceRegistration<HttpService> http;
	ServiceRegistration<Branding> branding;

	static boolean isFrameworkRunning() {
		return FrameworkUtil.getBundle(MicrosoftServiceTest.class) != null;
	}

	@BeforeEach
	void theApplicationRegistersItsBranding() throws Exception {
		context = FrameworkUtil.getBundle(MicrosoftServiceTest.class).getBundleContext();
		world = new MicrosoftWorld();
		http = context.registerService(HttpService.class, world.http(), new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 100)));
		branding = context.registerService(Branding.class, Branding.NONE, null);
		assertNotNull(service(AuthProvider.class, ID));
	}

	@AfterEach
	void unregister() {
		branding.unregister();
		http.unregister();
		world.close();
	}

	@Test
	void theDeclaredProviderIsRunByTheServiceAndSignsIn() throws Exception {
		AuthProvider provider = service(AuthProviders.class, "(objectClass=*)").provider("microsoft");
		assertInstanceOf(AdminConsent.class, provider);
		assertInstanceOf(RegistrationCheck.class, provider);
		ServiceSignIn.assertSignsInAndSends(provider, world);
	}

	@Test
	void theDeclarationHasNoMistakeAndCoversTheServersOfMicrosoft() throws Exception {
		AuthProviders providers = service(AuthProviders.class, "(objectClass=*)");
		assertEquals(List.of(), providers.problems());
		ProviderDescription description = providers.description("microsoft").orElseThrow();
		assertEquals("org.postkontor.auth.microsoft", description.contributor());
		assertTrue(description.hosts().containsAll(List.of("office365.com", "outlook.com", "graph.microsoft.com")), description.hosts().toString());
		assertTrue(description.domains().containsAll(List.of("outlook.com", "hotmail.de", "live.de", "msn.com")));
		assertEquals(Optional.of(MicrosoftWorld.sendRight()), Optional.ofNullable(description.settings().get("scopes.send.smtp")));
	}

	private <T> T service(Class<T> type, String filter) throws InterruptedException {
		try {
			ServiceTracker<T, T> tracker = new ServiceTracker<>(context, context.createFilter("(&(objectClass=" + type.getName() + ")" + filter + ")"), null);
			tracker.open();
			try {
				return tracker.waitForService(10_000);
			} finally {
				tracker.close();
			}
		} catch (InvalidSyntaxException e) {
			throw new AssertionError(e);
		}
	}
}

package org.postkontor.auth.oauth.tests.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.AuthProviderFactory;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/** The declared providers are run by the registered factory; in the build only. */
@EnabledIf("isFrameworkRunning")
class OAuthServiceTest {
	ServiceRegistration<Branding> branding;
	BundleContext context;

	static boolean isFrameworkRunning() {
		return FrameworkUtil.getBundle(OAuthServiceTest.class) != null;
	}

	@BeforeEach
	void theApplicationRegistersItsBranding() throws InterruptedException {
		context = FrameworkUtil.getBundle(OAuthServiceTest.class).getBundleContext();
		branding = context.registerService(Branding.class, Branding.NONE, null);
		assertNotNull(service(AuthProviderFactory.class, "(" + AuthProviderFactory.KIND + "=oauth)"));
	}

	@AfterEach
	void unregister() {
		branding.unregister();
	}

	@Test
	void aDeclaredProviderRunsWithoutAClassOfItsOwn() throws Exception {
		AuthProviders providers = service(AuthProviders.class, "(objectClass=" + AuthProviders.class.getName() + ")");
		assertEquals(List.of(), providers.problems());
		AuthProvider google = providers.provider("google");
		AuthBinding binding = AuthBinding.of("google", "anna@example.test", Map.of());
		SignInRequest request = new SignInRequest(binding, MailAddress.parse("anna@example.test"), List.of(), Set.of(Direction.SEND));
		ProblemException e = assertThrows(ProblemException.class, () -> google.signIn(request, null, null));
		assertEquals("auth.client-unknown", e.problem().id());
		assertEquals("https://accounts.google.com", e.problem().values().get("issuer"));
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
		} catch (org.osgi.framework.InvalidSyntaxException e) {
			throw new AssertionError(e);
		}
	}
}

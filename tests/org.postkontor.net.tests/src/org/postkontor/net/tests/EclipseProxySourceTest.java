package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.postkontor.net.tests.NetFixture.problem;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.junit.jupiter.api.Test;
import org.postkontor.net.internal.EclipseProxySource;
import org.postkontor.net.internal.ProxySource.HttpProxy;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;

/** What the preferences "Network Connections" say about proxies, and what becomes of it. */
class EclipseProxySourceTest {
	private static final URI SERVER = URI.create("https://mail.example.test/");

	private final EclipseProxySource source = new EclipseProxySource();

	/** Preferences that name these proxies for every host. */
	private static IProxyService preferences(boolean enabled, IProxyData... all) {
		return (IProxyService) Proxy.newProxyInstance(EclipseProxySourceTest.class.getClassLoader(), new Class<?>[] { IProxyService.class },
				(proxy, method, arguments) -> switch (method.getName()) {
				case "isProxiesEnabled" -> enabled;
				case "select" -> all;
				case "getProxyDataForHost" -> all.length == 0 ? null : all[0];
				case "equals" -> proxy == arguments[0];
				default -> throw new AssertionError(method.toString());
				});
	}

	private static IProxyData proxy(String type, String host, int port) {
		return (IProxyData) Proxy.newProxyInstance(EclipseProxySourceTest.class.getClassLoader(), new Class<?>[] { IProxyData.class },
				(proxy, method, arguments) -> switch (method.getName()) {
				case "getType" -> type;
				case "getHost" -> host;
				case "getPort" -> port;
				case "getUserId" -> "anna";
				case "getPassword" -> "proxy word";
				default -> throw new AssertionError(method.toString());
				});
	}

	@Test
	void goesDirectlyWithoutTheService() throws Exception {
		assertEquals(Optional.empty(), source.proxyFor(SERVER));
		assertEquals(Optional.empty(), source.socksFor("mail.example.test"));
	}

	@Test
	void takesTheProxyOfThePreferencesWithItsSignIn() throws Exception {
		source.setService(preferences(true, proxy(IProxyData.HTTPS_PROXY_TYPE, "proxy.example.test", 3128)));
		HttpProxy proxy = source.proxyFor(SERVER).orElseThrow();
		assertEquals("proxy.example.test", proxy.host());
		assertEquals(3128, proxy.port());
		assertEquals("anna", proxy.user());
		assertArrayEquals("proxy word".toCharArray(), proxy.password());
	}

	@Test
	void goesDirectlyToThisComputerAndWhereProxiesAreSwitchedOff() throws Exception {
		source.setService(preferences(true, proxy(IProxyData.HTTPS_PROXY_TYPE, "proxy.example.test", 3128)));
		assertEquals(Optional.empty(), source.proxyFor(URI.create("https://127.0.0.1/")));
		source.setService(preferences(false, proxy(IProxyData.HTTPS_PROXY_TYPE, "proxy.example.test", 3128)));
		assertEquals(Optional.empty(), source.proxyFor(SERVER));
	}

	@Test
	void saysThatWebPagesNeedAnotherProxyThanSocks() {
		source.setService(preferences(true, proxy(IProxyData.SOCKS_PROXY_TYPE, "socks.example.test", 1080)));
		Problem problem = problem(() -> source.proxyFor(SERVER));
		assertEquals("net.proxy-socks", problem.id());
		assertEquals(ProblemKind.CONFIGURATION, problem.kind());
		assertEquals(Fixer.OFFICE_IT, problem.fixer());
	}

	@Test
	void prefersAProxyThatWebPagesCanUse() throws Exception {
		source.setService(preferences(true, proxy(IProxyData.SOCKS_PROXY_TYPE, "socks.example.test", 1080),
				proxy(IProxyData.HTTP_PROXY_TYPE, "proxy.example.test", -1)));
		assertEquals("proxy.example.test:80", source.proxyFor(SERVER).map(p -> p.host() + ":" + p.port()).orElseThrow());
	}

	@Test
	void sendsMailThroughSocksAtTheUsualPortWhereNoneIsNamed() {
		source.setService(preferences(true, proxy(IProxyData.SOCKS_PROXY_TYPE, "socks.example.test", -1)));
		InetSocketAddress address = source.socksFor("mail.example.test").orElseThrow();
		assertEquals("socks.example.test", address.getHostString());
		assertEquals(1080, address.getPort());
	}

	@Test
	void forgetsAServiceThatWent() throws Exception {
		IProxyService service = preferences(true, proxy(IProxyData.HTTPS_PROXY_TYPE, "proxy.example.test", 3128));
		source.setService(service);
		source.unsetService(service);
		assertEquals(Optional.empty(), source.proxyFor(SERVER));
	}
}

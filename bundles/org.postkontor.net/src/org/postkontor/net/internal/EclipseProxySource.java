package org.postkontor.net.internal;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** The proxies of the Eclipse preferences "Network Connections", asked for every request; direct without that service. */
@Component(service = { ProxySource.class, SocketProxies.class })
public final class EclipseProxySource implements ProxySource, SocketProxies {
	private static final int SOCKS_PORT = 1080;

	private volatile @Nullable IProxyService service;

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	public void setService(IProxyService newService) {
		service = newService;
	}

	public void unsetService(IProxyService oldService) {
		if (service == oldService) {
			service = null;
		}
	}

	@Override
	public Optional<HttpProxy> proxyFor(URI uri) throws ProblemException {
		IProxyService current = service;
		if (current == null || !current.isProxiesEnabled() || LoopbackLiteral.is(uri.getHost())) {
			return Optional.empty();
		}
		boolean socks = false;
		for (IProxyData data : current.select(uri)) {
			if (data.getHost() == null) {
				continue;
			}
			if (!IProxyData.SOCKS_PROXY_TYPE.equals(data.getType())) {
				return Optional.of(new HttpProxy(data.getHost(), port(data), text(data.getUserId()), text(data.getPassword()).toCharArray()));
			}
			socks = true;
		}
		if (socks) {
			throw new ProblemException(Problem.of("net.proxy-socks", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.CHECK_NETWORK));
		}
		return Optional.empty();
	}

	@Override
	public Optional<InetSocketAddress> socksFor(String host) {
		IProxyService current = service;
		if (current == null || !current.isProxiesEnabled() || LoopbackLiteral.is(host)) {
			return Optional.empty();
		}
		IProxyData data = current.getProxyDataForHost(host, IProxyData.SOCKS_PROXY_TYPE);
		return data == null || data.getHost() == null ? Optional.empty()
				: Optional.of(InetSocketAddress.createUnresolved(data.getHost(), data.getPort() > 0 ? data.getPort() : SOCKS_PORT));
	}

	private static int port(IProxyData data) {
		return data.getPort() > 0 ? data.getPort() : 80;
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value;
	}
}

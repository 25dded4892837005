package org.postkontor.net.internal;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.net.HttpCall;
import org.postkontor.net.TlsPolicy;
import org.postkontor.net.internal.ProxySource.HttpProxy;

/** Makes the JDK's client for one request. */
final class HttpClients {
	private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

	private final TlsPolicy tls;

	HttpClients(TlsPolicy tls) {
		this.tls = tls;
	}

	HttpClient client(HttpCall call, Optional<HttpProxy> proxy) {
		HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
				.followRedirects(HttpClient.Redirect.NEVER).sslContext(tls.context(call.trust())).sslParameters(tls.parameters("HTTPS"))
				.connectTimeout(call.timeout().compareTo(LONGEST_CONNECT) < 0 ? call.timeout() : LONGEST_CONNECT)
				.executor(task -> Thread.ofVirtual().name("postkontor-http").start(task));
		if (proxy.isEmpty()) {
			return builder.proxy(HttpClient.Builder.NO_PROXY).build();
		}
		HttpProxy used = proxy.get();
		builder.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(used.host(), used.port())));
		if (!used.user().isEmpty()) {
			builder.authenticator(new ProxyOnly(used));
		}
		return builder.build();
	}

	/** Answers the proxy and nobody else. */
	private static final class ProxyOnly extends Authenticator {
		private final HttpProxy proxy;

		ProxyOnly(HttpProxy proxy) {
			this.proxy = proxy;
		}

		@Override
		protected @Nullable PasswordAuthentication getPasswordAuthentication() {
			return getRequestorType() == RequestorType.PROXY ? new PasswordAuthentication(proxy.user(), proxy.password()) : null;
		}
	}
}

package org.postkontor.discovery.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Endpoint;
import org.postkontor.discovery.internal.Autoconfig.OAuth;
import org.postkontor.discovery.internal.Autoconfig.Server;

/** Turns the authentications of a server into endpoints with bindings, the file's order kept. */
final class Bindings {
	private final Optional<OAuth> oauth;
	private final Branding branding;

	Bindings(Optional<OAuth> oauth, Branding branding) {
		this.oauth = oauth;
		this.branding = branding;
	}

	/** All ways to use the server that we know; empty if there are none. */
	List<Endpoint> endpoints(Server server) {
		List<Endpoint> endpoints = new ArrayList<>();
		for (String authentication : server.authentications()) {
			binding(server, authentication).map(b -> new Endpoint(server.protocol(), server.host(), server.port(), server.tls(), b))
					.filter(e -> !endpoints.contains(e)).ifPresent(endpoints::add);
		}
		return endpoints;
	}

	private Optional<AuthBinding> binding(Server server, String authentication) {
		return switch (authentication) {
		case "oauth2" -> KnownHosts.provider(server.host()).map(p -> AuthBinding.of(p, server.userName(), Map.of()))
				.or(() -> oauth.map(o -> AuthBinding.of("oauth", server.userName(), settings(o))));
		case "password-cleartext", "plain" -> Optional.of(AuthBinding.of("password", server.userName(), Map.of()));
		default -> Optional.empty();
		};
	}

	private Map<String, String> settings(OAuth hints) {
		Map<String, String> settings = new LinkedHashMap<>();
		Optional<Branding.Client> client = branding.client(hints.issuer());
		put(settings, "issuer", hints.issuer());
		put(settings, "clientId", client.map(Branding.Client::clientId).orElse(""));
		put(settings, "scopesReceive", client.map(Branding.Client::scopesReceive).filter(s -> !s.isEmpty()).orElse(hints.scope()));
		put(settings, "scopesSend", client.map(Branding.Client::scopesSend).filter(s -> !s.isEmpty()).orElse(hints.scope()));
		put(settings, "authUrl", hints.authUrl());
		put(settings, "tokenUrl", hints.tokenUrl());
		return settings;
	}

	private static void put(Map<String, String> settings, String key, String value) {
		if (!value.isEmpty()) {
			settings.put(key, value);
		}
	}
}

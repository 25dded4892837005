package org.postkontor.auth.oauth.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Branding;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.ProviderDescription;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.id.ClientID;

/**
 * How the application names itself at the token endpoint (RFC 6749, 2.3).
 *
 * @param secret empty for a public client
 * @param method {@link #POST} or {@link #BASIC}; means nothing without a secret
 */
record ClientCredentials(String id, Optional<Secret> secret, String method) {
	static final String NONE = "none";
	static final String POST = "client_secret_post";
	static final String BASIC = "client_secret_basic";

	static ClientCredentials open(String id) {
		return new ClientCredentials(id, Optional.empty(), BASIC);
	}

	/** Those that a stored sign-in was made with; the office may have changed the secret in its branding file since then. */
	static ClientCredentials of(Session session, ProviderDescription description, Branding branding) {
		Optional<Secret> secret = configured(description, branding, session.issuer(), session.clientId())
				.or(() -> session.secret(SessionMaker.CLIENT_SECRET));
		return new ClientCredentials(session.clientId(), secret, session.attribute(SessionMaker.CLIENT_AUTH).orElse(BASIC));
	}

	/** Of the branding file or of the declaration; a secret of another application is not tried. */
	static Optional<Secret> configured(ProviderDescription description, Branding branding, String issuer, String clientId) {
		Map<String, String> declared = description.settings();
		return branding.client(issuer).filter(client -> client.clientId().equals(clientId)).map(Branding.Client::clientSecret)
				.filter(secret -> !secret.isBlank())
				.or(() -> Optional.ofNullable(declared.get("clientSecret")).filter(secret -> clientId.equals(declared.get("clientId")))).map(Secret::of);
	}

	/** As declared, else what the provider says it understands; it need not say so for Basic (OpenID Connect Discovery 1.0, 3). */
	static String method(String declared, Set<String> advertised) {
		if (declared.equals(POST) || declared.equals(BASIC)) {
			return declared;
		}
		return advertised.contains(POST) && !advertised.contains(BASIC) ? POST : BASIC;
	}

	ClientCredentials with(Secret other) {
		return new ClientCredentials(id, Optional.of(other), method);
	}

	ClientID clientId() {
		return new ClientID(id);
	}

	/** For the SDK; empty for a public client. */
	Optional<ClientAuthentication> authentication() {
		return secret.map(value -> value.use(text -> POST.equals(method)
				? new ClientSecretPost(clientId(), new com.nimbusds.oauth2.sdk.auth.Secret(text))
				: new ClientSecretBasic(clientId(), new com.nimbusds.oauth2.sdk.auth.Secret(text))));
	}

	/** What must not be seen in an error that quotes the request. */
	List<Secret> secrets() {
		return secret.stream().toList();
	}
}

package org.postkontor.transport.internal.sasl;

import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Credential.BearerToken;
import org.postkontor.auth.Credential.Password;
import org.postkontor.transport.internal.MailSettings;

/** The one mechanism that fits both the credential and the server. A token is never sent as a password, nor the reverse. */
public final class MechanismChoice {
	private final Endpoint endpoint;
	private final Credential credential;

	public MechanismChoice(Endpoint endpoint, Credential credential) {
		this.endpoint = endpoint;
		this.credential = credential;
	}

	/** @param offered names in upper case, as advertised inside TLS */
	public Optional<SaslMechanism> from(Set<String> offered) {
		return switch (credential) {
		case BearerToken token when offered.contains("OAUTHBEARER") ->
			Optional.of(new OAuthBearerMechanism(token, MailSettings.host(endpoint), endpoint.port()));
		case BearerToken token when offered.contains("XOAUTH2") -> Optional.of(new XOAuth2Mechanism(token));
		case Password password when offered.contains("PLAIN") -> Optional.of(new PlainMechanism(password));
		case Password password when offered.contains("LOGIN") -> Optional.of(new LoginMechanism(password));
		default -> Optional.empty();
		};
	}
}

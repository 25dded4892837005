package org.postkontor.testkit.idp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.postkontor.testkit.peer.HttpSeen;

/** Who calls the back channel: {@code client_secret_basic}, {@code client_secret_post} or {@code none}. */
final class ClientAuthentication {

	private final IdpState state;

	ClientAuthentication(IdpState state) {
		this.state = state;
	}

	IdpClient require(HttpSeen seen, FormData form) throws OAuthError {
		String[] basic = basic(seen.header("authorization"));
		String id = basic.length == 2 ? basic[0] : form.get("client_id");
		Optional<String> secret = basic.length == 2 ? Optional.of(basic[1]) : form.find("client_secret");
		return state.client(id).filter(client -> client.secret().equals(secret))
				.orElseThrow(() -> new OAuthError(401, "invalid_client", "client unknown or its secret wrong"));
	}

	/** Only a client with a secret. */
	IdpClient requireConfidential(HttpSeen seen, FormData form) throws OAuthError {
		IdpClient client = require(seen, form);
		if (client.secret().isEmpty()) {
			throw new OAuthError(401, "invalid_client", "for confidential clients only");
		}
		return client;
	}

	private static String[] basic(String header) throws OAuthError {
		if (!header.startsWith("Basic ")) {
			return new String[0];
		}
		try {
			String[] parts = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8)
					.split(":", 2);
			for (int i = 0; i < parts.length; i++) {
				parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
			}
			return parts;
		} catch (IllegalArgumentException e) {
			throw new OAuthError(401, "invalid_client", "malformed Basic header");
		}
	}
}

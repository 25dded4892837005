package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0, RFC 8414), or what its declaration says.
 *
 * @param issParameter whether authorization answers must carry {@code iss} (RFC 9207)
 * @param scopes       advertised ones; empty if not told
 * @param algorithms   advertised signatures of ID tokens; empty if not told
 * @param authMethods  advertised ways to send a client secret; empty if not told
 */
record IssuerMetadata(String issuer, URI authorize, URI token, Optional<URI> device, Optional<URI> revoke, Optional<URI> keys,
		boolean issParameter, Set<String> scopes, Set<String> algorithms, Set<String> authMethods) {

	/** @throws IllegalArgumentException if the document cannot be used; the message says why and quotes nothing */
	static IssuerMetadata parse(String text) {
		try {
			JsonObject json = JsonParser.parseString(text).getAsJsonObject();
			return new IssuerMetadata(string(json, "issuer").orElseThrow(() -> new IllegalArgumentException("no issuer")),
					string(json, "authorization_endpoint").flatMap(Endpoints::browser)
							.orElseThrow(() -> new IllegalArgumentException("authorization_endpoint is missing or not https")),
					string(json, "token_endpoint").flatMap(Endpoints::https)
							.orElseThrow(() -> new IllegalArgumentException("token_endpoint is missing or not https")),
					string(json, "device_authorization_endpoint").flatMap(Endpoints::https),
					string(json, "revocation_endpoint").flatMap(Endpoints::https), string(json, "jwks_uri").flatMap(Endpoints::https),
					string(json, "authorization_response_iss_parameter_supported").filter("true"::equals).isPresent(), strings(json, "scopes_supported"),
					strings(json, "id_token_signing_alg_values_supported"), strings(json, "token_endpoint_auth_methods_supported"));
		} catch (JsonParseException | IllegalStateException e) {
			throw new NoDocumentException();
		}
	}

	/** For a provider whose codes for other devices cannot get the rights for mail. */
	IssuerMetadata withoutDevice() {
		return new IssuerMetadata(issuer, authorize, token, Optional.empty(), revoke, keys, issParameter, scopes, algorithms, authMethods);
	}

	/** There is something else in its place, for example a page for people. */
	static final class NoDocumentException extends IllegalArgumentException {
		private static final long serialVersionUID = 1L;

		NoDocumentException() {
			super("no JSON object");
		}
	}

	private static Optional<String> string(JsonObject json, String name) {
		JsonElement value = json.get(name);
		return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
	}

	private static Set<String> strings(JsonObject json, String name) {
		Set<String> values = new HashSet<>();
		JsonElement list = json.get(name);
		if (list != null && list.isJsonArray()) {
			for (JsonElement value : list.getAsJsonArray()) {
				if (value.isJsonPrimitive()) {
					values.add(value.getAsString());
				}
			}
		}
		return Set.copyOf(values);
	}
}

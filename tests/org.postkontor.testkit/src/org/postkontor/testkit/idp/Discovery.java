package org.postkontor.testkit.idp;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The metadata document of OpenID Connect Discovery 1.0 and RFC 8414. */
final class Discovery {

	private Discovery() {
	}

	static JsonObject document(String issuer, String front) {
		JsonObject json = new JsonObject();
		json.addProperty("issuer", issuer);
		json.addProperty("authorization_endpoint", front + "/authorize");
		json.addProperty("token_endpoint", issuer + "/token");
		json.addProperty("introspection_endpoint", issuer + "/introspect");
		json.addProperty("revocation_endpoint", issuer + "/revoke");
		json.addProperty("device_authorization_endpoint", issuer + "/device_authorization");
		json.addProperty("jwks_uri", issuer + "/jwks");
		json.addProperty("userinfo_endpoint", issuer + "/userinfo");
		json.addProperty("authorization_response_iss_parameter_supported", true);
		list(json, "response_types_supported", "code");
		list(json, "response_modes_supported", "query", "form_post");
		list(json, "grant_types_supported", "authorization_code", "refresh_token",
				"urn:ietf:params:oauth:grant-type:device_code");
		list(json, "code_challenge_methods_supported", "S256");
		list(json, "token_endpoint_auth_methods_supported", "none", "client_secret_basic", "client_secret_post");
		list(json, "subject_types_supported", "public");
		list(json, "id_token_signing_alg_values_supported", "RS256");
		list(json, "claims_supported", "sub", "email", "email_verified", "preferred_username");
		list(json, "scopes_supported", IdpScopes.ALL.toArray(String[]::new));
		return json;
	}

	private static void list(JsonObject json, String name, String... values) {
		JsonArray array = new JsonArray();
		List.of(values).forEach(array::add);
		json.add(name, array);
	}
}

package org.postkontor.testkit.idp;

import java.util.Optional;

import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpSeen;

import com.google.gson.JsonObject;

/** The smaller endpoints over HTTPS: device authorization, introspection, revocation, keys, user info. */
final class BackChannel {

	@FunctionalInterface
	private interface Endpoint {
		JsonObject answer(FormData form) throws OAuthError;
	}

	private final IdpState state;
	private final String front;

	BackChannel(IdpState state, String front) {
		this.state = state;
		this.front = front;
	}

	/** RFC 8628, 3.1. */
	HttpAnswer deviceAuthorization(HttpSeen seen) {
		return post(seen, form -> {
			IdpClient client = new ClientAuthentication(state).require(seen, form);
			Optional<String> challenge = form.find("code_challenge");
			state.devices().check(challenge);
			DeviceStore.Codes codes = state.devices().start(client, IdpScopes.granted(form.get("scope")), challenge);
			JsonObject json = new JsonObject();
			json.addProperty("device_code", codes.deviceCode());
			json.addProperty("user_code", codes.userCode());
			json.addProperty("verification_uri", front + "/device");
			json.addProperty("verification_uri_complete", front + "/device?user_code=" + codes.userCode());
			json.addProperty("expires_in", DeviceStore.VALID.toSeconds());
			json.addProperty("interval", codes.interval().toSeconds());
			return json;
		});
	}

	/** RFC 7662. */
	HttpAnswer introspect(HttpSeen seen) {
		return post(seen, form -> {
			new ClientAuthentication(state).requireConfidential(seen, form);
			Optional<TokenStore.AccessToken> token = state.tokens().active(form.get("token"));
			JsonObject json = new JsonObject();
			json.addProperty("active", token.isPresent());
			token.ifPresent(found -> describe(found, json));
			return json;
		});
	}

	private void describe(TokenStore.AccessToken token, JsonObject json) {
		json.addProperty("iss", state.issuer());
		json.addProperty("sub", token.grant().user().subject());
		json.addProperty("client_id", token.grant().client().id());
		json.addProperty("username", token.grant().user().username());
		json.addProperty("email", token.grant().user().username());
		json.addProperty("scope", String.join(" ", token.scopes()));
		json.addProperty("token_type", "Bearer");
		json.addProperty("exp", token.expires().getEpochSecond());
	}

	/** RFC 7009. */
	HttpAnswer revoke(HttpSeen seen) {
		HttpAnswer injected = state.revocationAnswers().poll();
		return injected != null ? injected : post(seen, form -> {
			new ClientAuthentication(state).require(seen, form);
			state.tokens().revoke(form.get("token"));
			return new JsonObject();
		});
	}

	HttpAnswer keys(HttpSeen seen) {
		return HttpAnswer.json(200, state.idTokens().keySet().toString());
	}

	HttpAnswer userInfo(HttpSeen seen) {
		String header = seen.header("authorization");
		Optional<TokenStore.AccessToken> token = header.startsWith("Bearer ")
				? state.tokens().active(header.substring(7))
				: Optional.empty();
		return token.map(found -> HttpAnswer.json(200, IdTokens.claims(found.grant()).toString()))
				.orElseGet(() -> new OAuthError(401, "invalid_token", "token unknown or expired").answer()
						.withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
	}

	private static HttpAnswer post(HttpSeen seen, Endpoint endpoint) {
		try {
			if (!"POST".equals(seen.method())) {
				throw new OAuthError(405, "invalid_request", "POST only");
			}
			return HttpAnswer.json(200, endpoint.answer(FormData.parse(seen.body())).toString())
					.withHeader("Cache-Control", "no-store");
		} catch (OAuthError e) {
			return e.answer();
		}
	}
}

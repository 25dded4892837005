package org.postkontor.testkit.idp;

import java.util.Set;

import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpSeen;

import com.google.gson.JsonObject;

/** Codes, refresh tokens and device codes in; tokens out. */
final class TokenEndpoint {

	private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

	private final IdpState state;

	TokenEndpoint(IdpState state) {
		this.state = state;
	}

	HttpAnswer handle(HttpSeen seen) {
		state.tokenRequests().incrementAndGet();
		HttpAnswer injected = state.tokenAnswers().poll();
		if (injected != null) {
			return injected;
		}
		try {
			return answer(seen);
		} catch (OAuthError e) {
			return e.answer();
		}
	}

	private HttpAnswer answer(HttpSeen seen) throws OAuthError {
		if (!"POST".equals(seen.method())) {
			throw new OAuthError(405, "invalid_request", "POST only");
		}
		FormData form = FormData.parse(seen.body());
		IdpClient client = new ClientAuthentication(state).require(seen, form);
		return switch (form.get("grant_type")) {
		case "authorization_code" -> fresh(state.codes().redeem(form, client));
		case DEVICE -> fresh(state.devices().poll(form.get("device_code"), client, form.find("code_verifier")));
		case "refresh_token" -> refreshed(form, client);
		default -> throw new OAuthError("unsupported_grant_type", "unknown grant type");
		};
	}

	private HttpAnswer fresh(Grant grant) {
		return tokens(grant, grant.scopes());
	}

	private HttpAnswer refreshed(FormData form, IdpClient client) throws OAuthError {
		Set<String> narrowed = form.find("scope").isPresent() ? IdpScopes.granted(form.get("scope")) : Set.of();
		Grant known = state.tokens().refreshable(form.get("refresh_token")).orElse(null);
		if (known != null && !known.scopes().containsAll(narrowed)) {
			throw new OAuthError("invalid_scope", "wider than what the user allowed");
		}
		Grant grant = state.tokens().consume(form.get("refresh_token"), client);
		return tokens(grant, narrowed.isEmpty() ? grant.scopes() : narrowed);
	}

	private HttpAnswer tokens(Grant grant, Set<String> scopes) {
		String access = state.tokens().newAccess(grant, scopes);
		JsonObject json = new JsonObject();
		json.addProperty("access_token", access);
		json.addProperty("token_type", "Bearer");
		json.addProperty("expires_in", state.tokens().accessLifetime().toSeconds());
		json.addProperty("scope", String.join(" ", IdpScopes.ALL.stream().filter(scopes::contains).toList()));
		if (grant.scopes().contains("offline_access")) {
			json.addProperty("refresh_token", state.tokens().newRefresh(grant));
		}
		if (scopes.contains("openid")) {
			json.addProperty("id_token", state.idTokens().sign(state.issuer(), grant));
		}
		state.issued(grant.user(), access);
		return HttpAnswer.json(200, json.toString()).withHeader("Cache-Control", "no-store");
	}
}

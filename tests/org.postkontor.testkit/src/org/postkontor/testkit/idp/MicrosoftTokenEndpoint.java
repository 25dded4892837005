package org.postkontor.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpSeen;

import com.google.gson.JsonObject;

/**
 * Token endpoint of the Microsoft dialect: one resource for each request, one refresh token for all of them. Stricter than the
 * real one in one thing: a used refresh token ends its family, so that a lost rotation is noticed.
 */
final class MicrosoftTokenEndpoint {

	private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
	/** What Microsoft's own libraries send, with the device code as {@code code}. */
	private static final String SHORT = "device_code";

	private final MicrosoftState state;
	private final String issuerHost;

	MicrosoftTokenEndpoint(MicrosoftState state, String issuerHost) {
		this.state = state;
		this.issuerHost = issuerHost;
	}

	HttpAnswer handle(HttpSeen seen, String segment) {
		state.idp().tokenRequests().incrementAndGet();
		FormData form = FormData.parse(seen.body());
		state.tokenRequests().add(form.values());
		HttpAnswer injected = state.idp().tokenAnswers().poll();
		if (injected != null) {
			return injected;
		}
		try {
			state.requireTenant(segment);
			if (!seen.header("origin").isEmpty()) {
				throw new MicrosoftError("invalid_request", 90023, "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type");
			}
			MicrosoftApp app = state.requireApp(form.get("client_id"), segment);
			return switch (form.get("grant_type")) {
			case "authorization_code" -> tokens(redeemed(form, app), form);
			case DEVICE, SHORT -> tokens(entered(form, app), form);
			case "refresh_token" -> refreshed(form, app);
			default -> throw new MicrosoftError("unsupported_grant_type", 70003, "unknown grant type");
			};
		} catch (MicrosoftError e) {
			return e.answer(state.now());
		}
	}

	private Grant redeemed(FormData form, MicrosoftApp app) throws MicrosoftError {
		if (app.platform() == MicrosoftApp.Platform.WEB) {
			throw secretDemanded();
		}
		if (app.platform() == MicrosoftApp.Platform.SPA) {
			throw new MicrosoftError("invalid_request", 9002327,
					"Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests");
		}
		try {
			return state.idp().codes().redeem(form, app.asIdpClient());
		} catch (OAuthError e) {
			throw MicrosoftError.of(e, 54005);
		}
	}

	private Grant entered(FormData form, MicrosoftApp app) throws MicrosoftError {
		if (!app.publicFlows()) {
			throw secretDemanded();
		}
		try {
			Grant grant = state.idp().devices().poll(form.find("device_code").orElse(form.get("code")), app.asIdpClient(), Optional.empty());
			state.consent(state.user(grant.user()), app.id(), grant.scopes());
			return grant;
		} catch (OAuthError e) {
			throw switch (e.error()) {
			case "authorization_pending" -> MicrosoftError.of(e, 70016);
			case "expired_token" -> MicrosoftError.of(e, 70019);
			case "access_denied" -> new MicrosoftError("authorization_declined", 0, "The end user denied the authorization request");
			default -> MicrosoftError.of(e, 0);
			};
		}
	}

	private HttpAnswer refreshed(FormData form, MicrosoftApp app) throws MicrosoftError {
		Optional<Grant> known = state.idp().tokens().refreshable(form.get("refresh_token"));
		if (known.isPresent()) {
			state.requireUnchallenged(known.get().user());
			requireConsent(known.get(), MicrosoftScopes.known(form.get("scope")));
		}
		try {
			return tokens(state.idp().tokens().consume(form.get("refresh_token"), app.asIdpClient()), form);
		} catch (OAuthError e) {
			throw MicrosoftError.of(e, 700082);
		}
	}

	private void requireConsent(Grant grant, Set<String> scopes) throws MicrosoftError {
		if (!state.consents().of(state.user(grant.user()), grant.client().id()).containsAll(MicrosoftScopes.rights(scopes))) {
			throw new MicrosoftError(400, "invalid_grant", "consent_required", 65001,
					"The user or administrator has not consented to use the application", "");
		}
	}

	private HttpAnswer tokens(Grant grant, FormData form) throws MicrosoftError {
		Set<String> wanted = MicrosoftScopes.known(form.get("scope"));
		String resource = MicrosoftScopes.resource(wanted);
		requireConsent(grant, wanted);
		Set<String> scopes = new LinkedHashSet<>(state.consents().of(state.user(grant.user()), grant.client().id()));
		scopes.removeIf(scope -> !MicrosoftScopes.resource(scope).equals(resource));
		String access = state.idp().tokens().newAccess(grant, scopes);
		JsonObject json = new JsonObject();
		json.addProperty("token_type", "Bearer");
		json.addProperty("scope", scopes.isEmpty() ? "openid profile email" : String.join(" ", scopes));
		json.addProperty("expires_in", state.idp().tokens().accessLifetime().toSeconds());
		json.addProperty("ext_expires_in", state.idp().tokens().accessLifetime().toSeconds());
		json.addProperty("access_token", access);
		if (grant.scopes().contains("offline_access")) {
			json.addProperty("refresh_token", state.idp().tokens().newRefresh(grant));
		}
		String tid = grant.user().claims().getOrDefault("tid", "");
		json.addProperty("id_token", state.idp().idTokens().sign(issuerHost + "/" + tid + "/v2.0", grant));
		json.addProperty("client_info", clientInfo(grant.user().claims().getOrDefault("oid", ""), tid));
		state.idp().issued(grant.user(), access);
		return HttpAnswer.json(200, json.toString()).withHeader("Cache-Control", "no-store");
	}

	private static String clientInfo(String oid, String tid) {
		JsonObject json = new JsonObject();
		json.addProperty("uid", oid);
		json.addProperty("utid", tid);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static MicrosoftError secretDemanded() {
		return new MicrosoftError(401, "invalid_client", "", 7000218,
				"The request body must contain the following parameter: 'client_assertion' or 'client_secret'", "");
	}
}

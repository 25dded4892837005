package org.postkontor.testkit.idp;

import java.util.Optional;
import java.util.Set;

import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpSeen;

import com.google.gson.JsonObject;

/** Device codes and metadata of the Microsoft dialect. */
final class MicrosoftBackChannel {

	private final MicrosoftState state;
	private final String issuerHost;
	private final String devicePage;

	MicrosoftBackChannel(MicrosoftState state, String issuerHost, String devicePage) {
		this.state = state;
		this.issuerHost = issuerHost;
		this.devicePage = devicePage;
	}

	HttpAnswer deviceCode(HttpSeen seen, String segment) {
		FormData form = FormData.parse(seen.body());
		try {
			state.requireTenant(segment);
			MicrosoftApp app = state.requireApp(form.get("client_id"), segment);
			Set<String> scopes = MicrosoftScopes.known(form.get("scope"));
			MicrosoftScopes.resource(scopes);
			DeviceStore.Codes codes = state.idp().devices().start(app.asIdpClient(), scopes, Optional.empty());
			JsonObject json = new JsonObject();
			json.addProperty("user_code", codes.userCode());
			json.addProperty("device_code", codes.deviceCode());
			json.addProperty("verification_uri", devicePage);
			json.addProperty("expires_in", DeviceStore.VALID.toSeconds());
			json.addProperty("interval", codes.interval().toSeconds());
			json.addProperty("message", "To sign in, open the page " + devicePage + " and enter the code " + codes.userCode());
			return HttpAnswer.json(200, json.toString()).withHeader("Cache-Control", "no-store");
		} catch (MicrosoftError e) {
			return e.answer(state.now());
		}
	}

	HttpAnswer metadata(String segment) {
		try {
			state.requireTenant(segment);
			JsonObject json = new JsonObject();
			json.addProperty("issuer", issuerHost + "/{tenantid}/v2.0");
			json.addProperty("authorization_endpoint", issuerHost + "/" + segment + "/oauth2/v2.0/authorize");
			json.addProperty("token_endpoint", issuerHost + "/" + segment + "/oauth2/v2.0/token");
			json.addProperty("device_authorization_endpoint", issuerHost + "/" + segment + "/oauth2/v2.0/devicecode");
			json.addProperty("jwks_uri", issuerHost + "/" + segment + "/discovery/v2.0/keys");
			return HttpAnswer.json(200, json.toString());
		} catch (MicrosoftError e) {
			return e.answer(state.now());
		}
	}
}

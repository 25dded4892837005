package org.postkontor.it.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.postkontor.it.servers.Introspection;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.idp.ScriptedBrowser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A realm of Keycloak, as {@code realm.json} describes it: Anna with her password, the application {@link #CLIENT} of the desks,
 * which has to use PKCE, and a mail server that may ask about tokens. Refresh tokens are good once.
 */
final class Realm {
	static final String ANNA = "anna.muster@example.test";
	static final String CLIENT = "postkontor";
	private static final String MAIL_SERVER = "mailserver";
	private static final String FRONTEND = "frontendUrl";

	private final Keycloak keycloak;
	private final String name;
	private final String password;
	private final String secret;
	private final String issuer;

	private Realm(Keycloak keycloak, String name, String password, String secret, String issuer) {
		this.keycloak = keycloak;
		this.name = name;
		this.password = password;
		this.secret = secret;
		this.issuer = issuer;
	}

	static Realm create(Keycloak keycloak) throws IOException, InterruptedException {
		return create(keycloak, realm -> {
		});
	}

	/** @param change what is to be different from {@code realm.json} */
	static Realm create(Keycloak keycloak, Consumer<JsonObject> change) throws IOException, InterruptedException {
		String name = "kanzlei-" + UUID.randomUUID();
		String password = Canary.create("keycloak-user").value();
		String secret = Canary.create("keycloak-client").value();
		JsonObject realm = template(Map.of("password", password, "secret", secret));
		realm.addProperty("realm", name);
		change.accept(realm);
		keycloak.admin().post("", realm);
		JsonObject attributes = realm.getAsJsonObject("attributes");
		String front = attributes.has(FRONTEND) ? attributes.get(FRONTEND).getAsString() : keycloak.url();
		return new Realm(keycloak, name, password, secret, front + "/realms/" + name);
	}

	/** One whose people and products know it by the address of the relay. */
	static Realm behind(Relay relay, Keycloak keycloak) throws IOException, InterruptedException {
		return create(keycloak, realm -> realm.getAsJsonObject("attributes").addProperty(FRONTEND, relay.url()));
	}

	private static JsonObject template(Map<String, String> values) throws IOException {
		try (InputStream in = Realm.class.getResourceAsStream("realm.json")) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			for (Map.Entry<String, String> value : values.entrySet()) {
				text = text.replace("${" + value.getKey() + "}", value.getValue());
			}
			return JsonParser.parseString(text).getAsJsonObject();
		}
	}

	/** The application of the desks in {@code realm.json}, to be changed. */
	static JsonObject client(JsonObject realm) {
		return realm.getAsJsonArray("clients").get(0).getAsJsonObject();
	}

	String issuer() {
		return issuer;
	}

	/** Anna at her browser. */
	ScriptedBrowser anna() {
		return ScriptedBrowser.of(ANNA, password).trusting(keycloak.authority());
	}

	/** Anna ends it everywhere, as on the page of her Keycloak account: no refresh token is good any more. */
	void endSignIns() throws IOException, InterruptedException {
		keycloak.admin().post(user() + "/logout", new JsonObject());
		for (String session : signIns()) {
			keycloak.admin().delete("/" + name + "/sessions/" + session + "?isOffline=true");
		}
	}

	/** Those of Anna's sign-ins that outlast the browser, by Keycloak's names for them. */
	Set<String> signIns() throws IOException, InterruptedException {
		return keycloak.admin().get(user() + "/offline-sessions/" + clientKey()).getAsJsonArray().asList().stream()
				.map(session -> session.getAsJsonObject().get("id").getAsString()).collect(Collectors.toSet());
	}

	private String clientKey() throws IOException, InterruptedException {
		return keycloak.admin().get("/" + name + "/clients?clientId=" + CLIENT).getAsJsonArray().get(0).getAsJsonObject().get("id").getAsString();
	}

	private String user() throws IOException, InterruptedException {
		JsonObject anna = keycloak.admin().get("/" + name + "/users?username=" + ANNA + "&exact=true").getAsJsonArray().get(0).getAsJsonObject();
		return "/" + name + "/users/" + anna.get("id").getAsString();
	}

	/** How many events there were, such as {@code REFRESH_TOKEN} or {@code REFRESH_TOKEN_ERROR}. */
	int events(String type) throws IOException, InterruptedException {
		return keycloak.admin().get("/" + name + "/events?max=1000&type=" + type).getAsJsonArray().size();
	}

	/** What a mail server learns about a token (RFC 7662). */
	JsonObject introspect(String token) throws IOException, InterruptedException {
		return keycloak.admin().form("/realms/" + name + "/protocol/openid-connect/token/introspect", Map.of("client_id", MAIL_SERVER, "client_secret", secret, "token", token));
	}

	/** How a mail server asks about tokens of this realm: their address is the name of the mailbox. */
	Introspection introspection() {
		return new Introspection(keycloak.plainUrl() + "/realms/" + name + "/protocol/openid-connect/token/introspect", MAIL_SERVER, secret, "email", Optional.empty());
	}
}

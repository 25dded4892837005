package org.postkontor.testkit.tests.idp;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.MicrosoftApp;
import org.postkontor.testkit.idp.MicrosoftIdentityProvider;
import org.postkontor.testkit.idp.MicrosoftTenant;
import org.postkontor.testkit.idp.MicrosoftUser;
import org.postkontor.testkit.idp.ScriptedBrowser;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A provider in Microsoft dialect with a work user, an administrator and a private user, and a client of plain HTTP. */
final class MicrosoftHarness implements AutoCloseable {
	static final MicrosoftTenant OFFICE = MicrosoftTenant.work("11111111-2222-3333-4444-555555555555", "kanzlei.test");
	static final String ANNA = "anna.muster@kanzlei.test";
	static final String ADMIN = "it@kanzlei.test";
	static final String PRIVATE = "bert@outlook.example.test";
	static final String SMTP = "https://outlook.office.com/SMTP.Send";
	static final String IMAP = "https://outlook.office.com/IMAP.AccessAsUser.All";
	static final String GRAPH_SEND = "https://graph.microsoft.com/Mail.Send";
	private static final String VERIFIER = "a-code-verifier-of-at-least-43-characters-0123456789";

	final FakeClock clock = new FakeClock();
	final TestAuthority authority = TestAuthority.create();
	final MicrosoftIdentityProvider idp;
	final HttpPeer receiver = HttpPeer.http();
	private final HttpClient http = HttpClient.newBuilder().sslContext(authority.clientContext()).build();

	MicrosoftHarness() throws IOException {
		idp = new MicrosoftIdentityProvider(authority, clock).add(OFFICE).add(MicrosoftApp.desktop("app"))
				.add(MicrosoftUser.of(ANNA, "annas-password", OFFICE)).add(MicrosoftUser.of(ADMIN, "its-password", OFFICE).asAdministrator())
				.add(MicrosoftUser.of(PRIVATE, "berts-password", MicrosoftTenant.PERSONAL));
		receiver.route("/", HttpAnswer.html(200, "<p>Thank you</p>"));
	}

	String redirectUri() {
		return "http://localhost:" + receiver.port();
	}

	Map<String, String> authorization(String client, String... scopes) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("response_type", "code");
		query.put("client_id", client);
		query.put("redirect_uri", redirectUri());
		query.put("scope", "openid profile offline_access " + String.join(" ", scopes));
		query.put("state", "st&te");
		query.put("code_challenge", challenge());
		query.put("code_challenge_method", "S256");
		return query;
	}

	BrowserResult open(String path, Map<String, String> query, ScriptedBrowser browser) throws IOException {
		return browser.signIn(idp.page(URI.create("https://login.microsoftonline.com/" + path + "?" + encode(query))));
	}

	BrowserResult signIn(String tenant, String user, String... scopes) throws IOException {
		return open(tenant + "/oauth2/v2.0/authorize", authorization("app", scopes), browser(user));
	}

	static ScriptedBrowser browser(String user) {
		return ScriptedBrowser.of(user, Map.of(ANNA, "annas-password", ADMIN, "its-password", PRIVATE, "berts-password").get(user));
	}

	/** What the receiver was given last. */
	Map<String, String> received() {
		var seen = receiver.requests().getLast();
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : ("POST".equals(seen.method()) ? seen.body() : seen.query()).split("&")) {
			String[] parts = pair.split("=", 2);
			values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return values;
	}

	JsonObject redeem(String client, String... scopes) throws Exception {
		return post("common/oauth2/v2.0/token", Map.of("grant_type", "authorization_code", "client_id", client, "code", received().get("code"),
				"redirect_uri", redirectUri(), "code_verifier", VERIFIER, "scope", "openid offline_access " + String.join(" ", scopes)));
	}

	JsonObject refresh(JsonObject tokens, String... scopes) throws Exception {
		return post("common/oauth2/v2.0/token", Map.of("grant_type", "refresh_token", "client_id", "app", "refresh_token",
				tokens.get("refresh_token").getAsString(), "scope", "openid offline_access " + String.join(" ", scopes)));
	}

	JsonObject post(String path, Map<String, String> form, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(idp.local(URI.create("https://login.microsoftonline.com/" + path)))
				.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(encode(form)));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return JsonParser.parseString(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body()).getAsJsonObject();
	}

	static String text(JsonObject json, String name) {
		return json.has(name) ? json.get(name).getAsString() : "";
	}

	/** The error, the suberror and the number of an answer. */
	static String error(JsonObject json) {
		var numbers = json.getAsJsonArray("error_codes");
		return text(json, "error") + " " + text(json, "suberror") + " " + (numbers.isEmpty() ? "" : numbers.get(0).getAsString());
	}

	private static String challenge() {
		try {
			return Base64.getUrlEncoder().withoutPadding()
					.encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
		} catch (java.security.NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String encode(Map<String, String> form) {
		return form.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
	}

	@Override
	public void close() {
		http.close();
		receiver.close();
		idp.close();
	}
}

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
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.idp.IdpClient;
import org.postkontor.testkit.idp.IdpUser;
import org.postkontor.testkit.idp.ScriptedBrowser;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A provider with one user, a loopback receiver, and a client of plain HTTP. */
final class IdpHarness implements AutoCloseable {

	static final String ANNA = "anna.muster@demo.test";
	static final String PASSWORD = "Sonnen&schein<1>";
	static final String VERIFIER = "a-code-verifier-of-at-least-43-characters-0123456789";
	private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

	final FakeClock clock = new FakeClock(START);
	final TestAuthority authority = TestAuthority.create();
	final IdentityProvider idp;
	final HttpPeer receiver = HttpPeer.http();
	final HttpClient http = HttpClient.newBuilder().sslContext(authority.clientContext()).build();

	IdpHarness() throws IOException {
		idp = new IdentityProvider(authority, clock).add(IdpUser.of(ANNA, PASSWORD))
				.add(IdpClient.confidential("mail-server", "shh"));
		receiver.route("/callback", HttpAnswer.html(200, "<p>Thank you</p>"));
	}

	String redirectUri() {
		return "http://127.0.0.1:" + receiver.port() + "/callback";
	}

	Map<String, String> authorization() {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("response_type", "code");
		query.put("client_id", IdpClient.DEMO.id());
		query.put("redirect_uri", redirectUri());
		query.put("scope", "openid email offline_access mail");
		query.put("state", "st&te");
		query.put("nonce", "n-1");
		query.put("code_challenge", challenge());
		query.put("code_challenge_method", "S256");
		query.put("login_hint", ANNA);
		return query;
	}

	URI authorizeUrl(Map<String, String> query) {
		return URI.create(idp.authorizationEndpoint() + "?" + encode(query));
	}

	BrowserResult signIn(Map<String, String> query) throws IOException {
		return ScriptedBrowser.of(ANNA, PASSWORD).signIn(authorizeUrl(query));
	}

	/** What the loopback receiver was given last. */
	Map<String, String> received() {
		var seen = receiver.requests().get(receiver.requests().size() - 1);
		return decode("POST".equals(seen.method()) ? seen.body() : seen.query());
	}

	JsonObject tokens() throws Exception {
		signIn(authorization());
		return redeem(received().get("code"), VERIFIER);
	}

	JsonObject redeem(String code, String verifier) throws Exception {
		return post(idp.tokenEndpoint(), Map.of("grant_type", "authorization_code", "client_id", "postkontor-demo",
				"code", code, "redirect_uri", redirectUri(), "code_verifier", verifier));
	}

	JsonObject refresh(String token) throws Exception {
		return post(idp.tokenEndpoint(),
				Map.of("grant_type", "refresh_token", "client_id", "postkontor-demo", "refresh_token", token));
	}

	JsonObject introspect(String token) throws Exception {
		return post(idp.introspectionEndpoint(),
				Map.of("client_id", "mail-server", "client_secret", "shh", "token", token));
	}

	JsonObject post(String url, Map<String, String> form) throws Exception {
		return json(send(url, form));
	}

	HttpResponse<String> send(String url, Map<String, String> form) throws Exception {
		return http.send(HttpRequest.newBuilder(URI.create(url))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(encode(form))).build(), HttpResponse.BodyHandlers.ofString());
	}

	JsonObject get(String url) throws Exception {
		return json(http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString()));
	}

	static String text(JsonObject json, String name) {
		return json.has(name) ? json.get(name).getAsString() : "";
	}

	private static JsonObject json(HttpResponse<String> response) {
		return JsonParser.parseString(response.body()).getAsJsonObject();
	}

	private static String challenge() {
		try {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(
					MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
		} catch (java.security.NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String encode(Map<String, String> form) {
		return form.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
	}

	private static Map<String, String> decode(String form) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : form.split("&")) {
			String[] parts = pair.split("=", 2);
			values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return values;
	}

	@Override
	public void close() {
		http.close();
		receiver.close();
		idp.close();
	}
}

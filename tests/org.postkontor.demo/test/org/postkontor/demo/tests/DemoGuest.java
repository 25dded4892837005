package org.postkontor.demo.tests;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.postkontor.demo.DemoWorld;
import org.postkontor.testkit.idp.ScriptedBrowser;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

/** Somebody who knows of the demo world only what its files say. */
final class DemoGuest implements AutoCloseable {

	private static final String VERIFIER = "a-code-verifier-of-at-least-43-characters-0123456789";

	private final DemoWorld world;
	private final JsonObject demo;
	private final SSLContext tls;
	private final HttpClient http;

	DemoGuest(Path folder) throws Exception {
		world = new DemoWorld(folder);
		demo = JsonParser.parseString(Files.readString(folder.resolve("demo.json"))).getAsJsonObject();
		tls = trusting(folder.resolve("ca.pem"));
		http = HttpClient.newBuilder().sslContext(tls).connectTimeout(Duration.ofSeconds(10)).build();
	}

	private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
		Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(Files.newInputStream(pem));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("ca", certificate);
		TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	String text(String name) {
		return demo.get(name).getAsString();
	}

	int port(String lane) {
		return demo.get(lane + "Port").getAsInt();
	}

	String password(String address) {
		for (JsonElement user : demo.getAsJsonArray("users")) {
			if (user.getAsJsonObject().get("address").getAsString().equals(address)) {
				return user.getAsJsonObject().get("password").getAsString();
			}
		}
		throw new IllegalArgumentException(address);
	}

	/** A token from the login page by way of a loopback receiver. */
	String accessToken(String address) throws Exception {
		try (HttpPeer receiver = HttpPeer.http().route("/", HttpAnswer.html(200, "ok"))) {
			String redirect = "http://127.0.0.1:" + receiver.port() + "/";
			String challenge = Base64.getUrlEncoder().withoutPadding()
					.encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes()));
			ScriptedBrowser.of(address, password(address)).signIn(URI.create(text("authorizationEndpoint")
					+ "?response_type=code&client_id=" + text("clientId") + "&redirect_uri=" + encode(redirect)
					+ "&scope=openid+mail&state=s&code_challenge_method=S256&code_challenge=" + challenge));
			String code = URLDecoder.decode(receiver.requests().get(0).query().replaceAll(".*code=([^&]*).*", "$1"),
					StandardCharsets.UTF_8);
			HttpRequest request = HttpRequest.newBuilder(URI.create(text("issuer") + "/token"))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&client_id="
							+ text("clientId") + "&code=" + encode(code) + "&redirect_uri=" + encode(redirect)
							+ "&code_verifier=" + VERIFIER))
					.build();
			return JsonParser.parseString(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
					.getAsJsonObject().get("access_token").getAsString();
		}
	}

	byte[] control(String request) throws Exception {
		JsonObject control = demo.getAsJsonObject("control");
		return http.send(HttpRequest.newBuilder(URI.create(control.get("url").getAsString() + request))
				.header("Authorization", "Bearer " + control.get("token").getAsString()).build(),
				HttpResponse.BodyHandlers.ofByteArray()).body();
	}

	String get(String url) throws Exception {
		return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	Session session(boolean oauth) {
		Properties properties = new Properties();
		for (String protocol : new String[] { "imap", "smtp", "pop3" }) {
			String prefix = "mail." + protocol + ".";
			properties.put(prefix + "ssl.enable", "true");
			properties.put(prefix + "ssl.socketFactory", tls.getSocketFactory());
			properties.put(prefix + "auth", "true");
			properties.put(prefix + "auth.mechanisms", oauth ? "XOAUTH2" : "PLAIN");
			properties.put(prefix + "connectiontimeout", "10000");
			properties.put(prefix + "timeout", "10000");
		}
		return Session.getInstance(properties);
	}

	/** Signs in and out. @throws MessagingException if refused */
	void signIn(String protocol, String address, String secret, boolean oauth) throws MessagingException {
		try (Store store = session(oauth).getStore(protocol)) {
			store.connect("localhost", port(protocol), address, secret);
			if (!store.isConnected()) {
				throw new MessagingException("not connected");
			}
		}
	}

	void send(MimeMessage message, String from, String token) throws MessagingException {
		try (Transport transport = session(true).getTransport("smtp")) {
			transport.connect("localhost", port("smtp"), from, token);
			transport.sendMessage(message, message.getAllRecipients());
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		http.close();
		world.close();
	}
}

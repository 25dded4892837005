package org.postkontor.it.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.postkontor.testkit.SecretLedger;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.LoopbackHttp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * Stands in front of Keycloak, as a reverse proxy of the office would, and sees what the token endpoint answers. A realm whose
 * {@code frontendUrl} is its {@link #url()} names it as its issuer. Thread-safe.
 */
final class Relay implements AutoCloseable {
	private static final Duration LIMIT = Duration.ofMinutes(2);
	private static final Set<String> NOT_FORWARDED = Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");
	private static final String NOTHING = "nothing has this in its body";

	/** A request to the token endpoint and its answer. */
	record Seen(Instant when, String request, JsonObject answer) {
		String text(String name) {
			return answer.has(name) ? answer.get(name).getAsString() : "";
		}

		/** Without tokens. */
		@Override
		public String toString() {
			return when + " " + text("error");
		}
	}

	private final HttpsServer server;
	private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(LIMIT).build();
	private final String target;
	private final List<Seen> seen = new CopyOnWriteArrayList<>();
	private final AtomicReference<String> doubled = new AtomicReference<>(NOTHING);

	private Relay(HttpsServer server, String target) {
		this.server = server;
		this.target = target;
	}

	static Relay open(Keycloak keycloak) throws IOException {
		HttpsServer server = LoopbackHttp.secure();
		server.setHttpsConfigurator(new HttpsConfigurator(keycloak.authority().server("localhost", "127.0.0.1").serverContext()));
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		Relay relay = new Relay(server, keycloak.plainUrl());
		server.createContext("/", relay::handle);
		server.start();
		return relay;
	}

	String url() {
		return "https://localhost:" + server.getAddress().getPort();
	}

	/** Sends the next request to the token endpoint that has this in its body twice; the second answer counts. */
	void sendTwice(String inBody) {
		doubled.set(inBody);
	}

	/** Those with this in their body, oldest first. */
	List<Seen> seen(String inBody) {
		return seen.stream().filter(each -> each.request().contains(inBody)).toList();
	}

	/** Waits until so many of them were answered. */
	void await(String inBody, int count) {
		Wait.until("request " + count + " with " + inBody, () -> seen(inBody).size() >= count, LIMIT);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			HttpResponse<byte[]> response = exchange.getRequestURI().getPath().endsWith("/token") ? token(exchange, body) : send(exchange, body);
			response.headers().map().forEach((name, values) -> {
				if (!name.startsWith(":") && !NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
					exchange.getResponseHeaders().put(name, values);
				}
			});
			exchange.sendResponseHeaders(response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
			exchange.getResponseBody().write(response.body());
		}
	}

	private HttpResponse<byte[]> token(HttpExchange exchange, byte[] body) throws IOException {
		String request = new String(body, StandardCharsets.UTF_8);
		String twice = doubled.get();
		if (request.contains(twice) && doubled.compareAndSet(twice, NOTHING)) {
			noted(request, send(exchange, body));
		}
		return noted(request, send(exchange, body));
	}

	private HttpResponse<byte[]> noted(String request, HttpResponse<byte[]> response) {
		Seen answered = new Seen(Instant.now(), request, JsonParser.parseString(new String(response.body(), StandardCharsets.UTF_8)).getAsJsonObject());
		for (String name : List.of("access_token", "refresh_token", "id_token")) {
			if (!answered.text(name).isEmpty()) {
				SecretLedger.note("token of Keycloak", answered.text(name));
			}
		}
		seen.add(answered);
		return response;
	}

	private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI())).timeout(LIMIT).version(HttpClient.Version.HTTP_1_1);
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach(value -> request.header(name, value));
			}
		});
		request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
		try {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	@Override
	public void close() {
		server.stop(0);
		client.close();
	}
}

package org.postkontor.testkit.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import org.postkontor.testkit.ServerIdentity;

/**
 * An HTTP or HTTPS server on 127.0.0.1 that answers by exact path and records what it was asked; an unknown path is a
 * 404 unless {@link #otherwise} says more. Routes may be changed while it runs. Thread-safe.
 */
public final class HttpPeer implements AutoCloseable {

	private final HttpServer server;
	private final boolean secure;
	private final AtomicInteger refusals;
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
	private final Map<String, Function<HttpSeen, HttpAnswer>> routes = new ConcurrentHashMap<>();
	private final List<HttpSeen> requests = new CopyOnWriteArrayList<>();
	private volatile Function<HttpSeen, HttpAnswer> fallback = request -> HttpAnswer.of(404, "text/plain", "not here");

	private HttpPeer(HttpServer server, AtomicInteger refusals) {
		this.server = server;
		this.secure = refusals != null;
		this.refusals = refusals;
		server.setExecutor(threads);
		server.createContext("/", this::handle);
		server.start();
	}

	public static HttpPeer http() throws IOException {
		return new HttpPeer(LoopbackHttp.plain(), null);
	}

	public static HttpPeer https(ServerIdentity identity) throws IOException {
		HttpsServer server = LoopbackHttp.secure();
		AtomicInteger refusals = new AtomicInteger();
		server.setHttpsConfigurator(new HttpsConfigurator(identity.serverContext()) {
			@Override
			public void configure(HttpsParameters parameters) {
				if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
					throw new IllegalStateException("hangs up before the handshake");
				}
				super.configure(parameters);
			}
		});
		return new HttpPeer(server, refusals);
	}

	/** Answers {@code path}, without query, always so. */
	public HttpPeer route(String path, HttpAnswer answer) {
		return route(path, request -> answer);
	}

	/** Answers {@code path} as {@code handler} says. */
	public HttpPeer route(String path, Function<HttpSeen, HttpAnswer> handler) {
		routes.put(path, handler);
		return this;
	}

	/** Answers every path without a route of its own. */
	public HttpPeer otherwise(Function<HttpSeen, HttpAnswer> handler) {
		fallback = handler;
		return this;
	}

	/** Hangs up on the next connection before its TLS handshake. */
	public HttpPeer hangUpOnce() {
		refusals.incrementAndGet();
		return this;
	}

	public int port() {
		return server.getAddress().getPort();
	}

	/** The URL of a path at this server, with the host {@code localhost}. */
	public String url(String path) {
		return (secure ? "https" : "http") + "://localhost:" + port() + path;
	}

	/** All requests so far, in order. */
	public List<HttpSeen> requests() {
		return List.copyOf(requests);
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			HttpSeen seen = seen(exchange);
			requests.add(seen);
			answer(exchange, routes.getOrDefault(seen.path(), fallback).apply(seen));
		}
	}

	private static HttpSeen seen(HttpExchange exchange) throws IOException {
		Map<String, List<String>> headers = exchange.getRequestHeaders().entrySet().stream().collect(
				Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), entry -> List.copyOf(entry.getValue())));
		String query = exchange.getRequestURI().getRawQuery();
		return new HttpSeen(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query == null ? "" : query,
				headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
	}

	private static void answer(HttpExchange exchange, HttpAnswer answer) throws IOException {
		Pause.of(answer.delay());
		if (answer.hangUp()) {
			return;
		}
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		long length = answer.body().length * answer.repeat();
		exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
		OutputStream out = exchange.getResponseBody();
		for (long i = 0; length > 0 && i < answer.repeat(); i++) {
			write(out, answer);
		}
	}

	private static void write(OutputStream out, HttpAnswer answer) throws IOException {
		int step = answer.chunk() > 0 ? answer.chunk() : answer.body().length;
		for (int at = 0; at < answer.body().length; at += step) {
			out.write(answer.body(), at, Math.min(step, answer.body().length - at));
			if (answer.chunk() > 0) {
				out.flush();
				Pause.of(answer.pause());
			}
		}
	}
}

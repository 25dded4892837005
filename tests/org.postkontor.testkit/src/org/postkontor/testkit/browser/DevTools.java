package org.postkontor.testkit.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Commands of the DevTools protocol to one page, one at a time; events are not listened to. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final HttpClient client = HttpClient.newHttpClient();
	private final AtomicInteger ids = new AtomicInteger();
	private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
	private final StringBuilder text = new StringBuilder();
	private WebSocket socket;

	private DevTools() {
	}

	static DevTools connect(URI page) throws IOException {
		DevTools tools = new DevTools();
		tools.socket = await("connection", tools.client.newWebSocketBuilder().connectTimeout(LIMIT).buildAsync(page, tools));
		return tools;
	}

	/** @throws IOException if the browser refuses, is gone or does not answer; its own words are in the message */
	JsonObject call(String method, JsonObject parameters) throws IOException {
		int id = ids.incrementAndGet();
		JsonObject command = new JsonObject();
		command.addProperty("id", id);
		command.addProperty("method", method);
		command.add("params", parameters);
		CompletableFuture<JsonObject> answer = new CompletableFuture<>();
		waiting.put(id, answer);
		await(method, socket.sendText(command.toString(), true));
		JsonObject reply = await(method, answer);
		if (reply.has("error")) {
			throw new IOException(method + ": " + reply.getAsJsonObject("error").get("message").getAsString());
		}
		return reply.getAsJsonObject("result");
	}

	private static <T> T await(String what, CompletableFuture<T> future) throws IOException {
		try {
			return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(what, e);
		} catch (ExecutionException | TimeoutException e) {
			throw new IOException(what, e);
		}
	}

	@Override
	public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
		text.append(part);
		if (last) {
			JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
			text.setLength(0);
			JsonElement id = message.get("id");
			CompletableFuture<JsonObject> answer = id == null ? null : waiting.remove(id.getAsInt());
			if (answer != null) {
				answer.complete(message);
			}
		}
		from.request(1);
		return null;
	}

	@Override
	public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
		onError(from, new IOException("the browser has closed the page"));
		return null;
	}

	@Override
	public void onError(WebSocket from, Throwable error) {
		waiting.values().forEach(answer -> answer.completeExceptionally(error));
	}

	@Override
	public void close() {
		socket.abort();
		client.shutdownNow();
	}
}

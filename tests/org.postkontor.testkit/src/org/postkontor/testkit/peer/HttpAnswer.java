package org.postkontor.testkit.peer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an {@link HttpPeer} answers. Immutable: each {@code with…} answers a new one.
 *
 * @param delay      waits so long before the first byte
 * @param chunk      bytes between two pauses; 0 sends the body at once
 * @param pause      between two chunks
 * @param repeat     how often the body is sent; many times makes an oversized answer without holding it
 * @param hangUp     ends the connection without an answer
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, Duration delay, int chunk,
		Duration pause, long repeat, boolean hangUp) {

	public HttpAnswer {
		headers = Map.copyOf(headers);
	}

	public static HttpAnswer of(int status, String contentType, String body) {
		return new HttpAnswer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8),
				Duration.ZERO, 0, Duration.ZERO, 1, false);
	}

	public static HttpAnswer bytes(String contentType, byte[] body) {
		return new HttpAnswer(200, Map.of("Content-Type", contentType), body, Duration.ZERO, 0, Duration.ZERO, 1, false);
	}

	public static HttpAnswer json(int status, String body) {
		return of(status, "application/json", body);
	}

	public static HttpAnswer html(int status, String body) {
		return of(status, "text/html; charset=utf-8", body);
	}

	public static HttpAnswer xml(String body) {
		return of(200, "text/xml; charset=utf-8", body);
	}

	public static HttpAnswer redirect(int status, String location) {
		return of(status, "text/plain", "").withHeader("Location", location);
	}

	/** Ends the connection without a byte. */
	public static HttpAnswer noAnswer() {
		return new HttpAnswer(0, Map.of(), new byte[0], Duration.ZERO, 0, Duration.ZERO, 1, true);
	}

	public HttpAnswer withHeader(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(name, value);
		return new HttpAnswer(status, more, body, delay, chunk, pause, repeat, hangUp);
	}

	public HttpAnswer delayed(Duration duration) {
		return new HttpAnswer(status, headers, body, duration, chunk, pause, repeat, hangUp);
	}

	public HttpAnswer dripping(int bytes, Duration between) {
		return new HttpAnswer(status, headers, body, delay, bytes, between, repeat, hangUp);
	}

	public HttpAnswer repeated(long times) {
		return new HttpAnswer(status, headers, body, delay, chunk, pause, times, hangUp);
	}
}

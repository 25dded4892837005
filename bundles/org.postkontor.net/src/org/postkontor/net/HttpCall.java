package org.postkontor.net;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP request, complete with its limits. {@code toString} shows method, scheme and host only: path, query, headers
 * and body may hold secrets.
 *
 * @param timeout  for the whole exchange, redirects included
 * @param maxBytes largest body that is read; more is an error, not a cut
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout, int maxBytes,
		Redirects redirects, Trust trust) {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);
	private static final int MAX_BYTES = 1 << 20;

	/** What to do with a redirect. There is never one to plain http. */
	public enum Redirects {
		/** The 3xx answer is returned as it is. */
		NONE,
		/** At most three, https only. */
		HTTPS
	}

	public HttpCall {
		headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
	}

	/** A GET with the default limits (15 s, 1 MiB), up to three https redirects. */
	public static HttpCall get(URI uri, Trust trust) {
		return new HttpCall("GET", uri, Map.of(), new byte[0], TIMEOUT, MAX_BYTES, Redirects.HTTPS, trust);
	}

	/** A form POST (application/x-www-form-urlencoded, already encoded) with the default limits and no redirects. */
	public static HttpCall post(URI uri, String form, Trust trust) {
		return new HttpCall("POST", uri, Map.of("Content-Type", "application/x-www-form-urlencoded"),
				form.getBytes(StandardCharsets.UTF_8), TIMEOUT, MAX_BYTES, Redirects.NONE, trust);
	}

	/** The same call with one more header. */
	public HttpCall header(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(name, value);
		return new HttpCall(method, uri, more, body, timeout, maxBytes, redirects, trust);
	}

	/** The same call with other limits. */
	public HttpCall limits(Duration newTimeout, int newMaxBytes) {
		return new HttpCall(method, uri, headers, body, newTimeout, newMaxBytes, redirects, trust);
	}

	@Override
	public String toString() {
		return method + " " + uri.getScheme() + "://" + uri.getAuthority() + "/…";
	}
}

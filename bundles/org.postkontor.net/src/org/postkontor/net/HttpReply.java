package org.postkontor.net;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to an {@link HttpCall}. {@code toString} shows the status only.
 *
 * @param headers names in lower case
 * @param hops    every URI that answered, the final one last; all https, or http on a loopback literal
 * @param tls     version and cipher suite of the last connection; empty if it had none
 */
public record HttpReply(int status, Map<String, List<String>> headers, byte[] body, List<URI> hops, String tls) {
	public HttpReply {
		headers = Map.copyOf(headers);
		hops = List.copyOf(hops);
	}

	/** An answer of which the protection does not matter. */
	public HttpReply(int status, Map<String, List<String>> headers, byte[] body, List<URI> hops) {
		this(status, headers, body, hops, "");
	}

	/** First value of a header, if present. */
	public Optional<String> header(String name) {
		return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
	}

	/** The server's time, to the second, if it tells one (RFC 9110, 6.6.1). */
	public Optional<Instant> date() {
		try {
			return header("date").map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** The body as UTF-8. */
	public String text() {
		return new String(body, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "HTTP " + status;
	}
}

package org.postkontor.transport.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postkontor.net.HttpReply;

/** What the headers of both services have in common. */
public final class AnswerHeaders {
	private static final Pattern CLAIMS = Pattern.compile("(?i)\\bclaims\\s*=\\s*\"?([A-Za-z0-9+/_=-]{4,12000})");
	private static final Duration LONGEST = Duration.ofDays(1);

	private AnswerHeaders() {
	}

	/** How long the server wants to be left alone (RFC 9110, 10.2.3); a date is compared with the server's own clock. */
	public static Optional<Duration> pause(HttpReply reply) {
		String text = reply.header("retry-after").orElse("").strip();
		Optional<Duration> wait = text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : untilDate(text, reply);
		return wait.filter(Duration::isPositive).map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
	}

	private static Optional<Duration> untilDate(String text, HttpReply reply) {
		try {
			return text.isEmpty() ? Optional.empty()
					: reply.date().map(now -> Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from)));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** The claims of a challenge (Microsoft Entra, "claims challenge"), decoded; empty for what is no JSON object. */
	public static Optional<String> claims(HttpReply reply) {
		for (String challenge : reply.headers().getOrDefault("www-authenticate", List.of())) {
			Matcher claims = CLAIMS.matcher(challenge);
			if (claims.find()) {
				return decoded(claims.group(1)).filter(json -> json.startsWith("{") && json.endsWith("}"));
			}
		}
		return Optional.empty();
	}

	/** Both alphabets occur, with and without padding. */
	private static Optional<String> decoded(String text) {
		try {
			String url = text.replace('+', '-').replace('/', '_').replaceAll("=+$", "");
			return Optional.of(new String(Base64.getUrlDecoder().decode(url), StandardCharsets.UTF_8).strip());
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}

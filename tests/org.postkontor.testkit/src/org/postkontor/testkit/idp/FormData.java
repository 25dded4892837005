package org.postkontor.testkit.idp;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code application/x-www-form-urlencoded} both ways; the first of repeated names counts. Immutable. */
record FormData(Map<String, String> values) {

	static FormData parse(String text) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : text.split("&")) {
			int eq = pair.indexOf('=');
			if (eq > 0) {
				values.putIfAbsent(decode(pair.substring(0, eq)), decode(pair.substring(eq + 1)));
			}
		}
		return new FormData(values);
	}

	/** Empty if absent. */
	String get(String name) {
		return values.getOrDefault(name, "");
	}

	Optional<String> find(String name) {
		return Optional.ofNullable(values.get(name));
	}

	String encode() {
		return encode(values);
	}

	static String encode(Map<String, String> values) {
		return values.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
				.collect(Collectors.joining("&"));
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}

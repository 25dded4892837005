package org.postkontor.auth.loopback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decodes a query or a form; a repeated parameter is an attack or a mistake (RFC 6749, 3.1), so there is no answer then. */
final class FormParameters {
	private FormParameters() {
	}

	static Optional<Map<String, String>> parse(String text) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (text.isEmpty()) {
			return Optional.of(parameters);
		}
		try {
			for (String pair : text.split("&", -1)) {
				int equals = pair.indexOf('=');
				String name = decode(equals < 0 ? pair : pair.substring(0, equals));
				if (parameters.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
					return Optional.empty();
				}
			}
			return Optional.of(parameters);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}
}

package org.postkontor.launch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All the shapes in which a secret may lie in a file, by name. Each is at least 8 bytes long. */
final class SecretForms {
	private SecretForms() {
	}

	static Map<String, byte[]> of(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		Map<String, byte[]> forms = new LinkedHashMap<>();
		forms.put("plain", bytes);
		forms.put("UTF-16 BE", secret.getBytes(StandardCharsets.UTF_16BE));
		forms.put("UTF-16 LE", secret.getBytes(StandardCharsets.UTF_16LE));
		put(forms, "URL", URLEncoder.encode(secret, StandardCharsets.UTF_8));
		put(forms, "URL, %20", URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
		each(forms, "URL, all", "%", HexFormat.of().formatHex(bytes));
		each(forms, "JSON, all", "\\u00", HexFormat.of().formatHex(bytes));
		put(forms, "JSON", json(secret, false));
		put(forms, "JSON for HTML", json(secret, true));
		put(forms, "JSON with slash", json(secret, false).replace("/", "\\/"));
		put(forms, "XML", secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"));
		put(forms, "hexadecimal", HexFormat.of().formatHex(bytes));
		put(forms, "hexadecimal, upper", HexFormat.of().withUpperCase().formatHex(bytes));
		for (int shift = 0; shift < 3; shift++) {
			String core = base64Core(bytes, shift);
			put(forms, "base64+" + shift, core);
			put(forms, "base64url+" + shift, core.replace('+', '-').replace('/', '_'));
			put(forms, "base64 in URL+" + shift, core.replace("+", "%2B").replace("/", "%2F"));
			put(forms, "base64 in JSON+" + shift, core.replace("/", "\\/"));
		}
		return forms;
	}

	private static void put(Map<String, byte[]> forms, String name, String form) {
		byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
		if (forms.values().stream().noneMatch(known -> java.util.Arrays.equals(known, bytes))) {
			forms.put(name, bytes);
		}
	}

	/** Each byte escaped, in lower and in upper case. */
	private static void each(Map<String, byte[]> forms, String name, String escape, String hex) {
		Function<String, String> escaped = digits -> hex(digits).collect(Collectors.joining(escape, escape, ""));
		put(forms, name, escaped.apply(hex));
		put(forms, name + ", upper", escaped.apply(hex.toUpperCase(Locale.ROOT)));
	}

	private static java.util.stream.Stream<String> hex(String digits) {
		return java.util.stream.IntStream.range(0, digits.length() / 2).mapToObj(i -> digits.substring(2 * i, 2 * i + 2));
	}

	private static String json(String secret, boolean html) {
		StringBuilder out = new StringBuilder();
		for (char c : secret.toCharArray()) {
			if (c == '"' || c == '\\') {
				out.append('\\').append(c);
			} else if (c < ' ' || html && "<>&='".indexOf(c) >= 0) {
				out.append(String.format("\\u%04x", (int) c));
			} else {
				out.append(c);
			}
		}
		return out.toString();
	}

	/** The characters that depend on the secret alone when {@code shift} bytes stand before it. */
	private static String base64Core(byte[] secret, int shift) {
		byte[] shifted = new byte[shift + secret.length];
		System.arraycopy(secret, 0, shifted, shift, secret.length);
		String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
		return encoded.substring(shift == 0 ? 0 : shift + 1, shifted.length * 8 / 6);
	}
}

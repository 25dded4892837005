package org.postkontor.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A secret that exists once in the world, and the search for it in text where no secret may be.
 * <p>
 * Found are the plain form, base64 (both alphabets) at each of the three alignments a surrounding text can give it,
 * and URL encoding. A canary carries characters that URL encoding changes, so that the encoded form differs.
 * Immutable.
 */
public final class Canary {

	/**
	 * How every secret begins that the test kit makes: {@code ./test} looks for it in all that the tests have left behind.
	 * Long enough to be found within base64 at each alignment.
	 */
	public static final String MARK = "LeakyCanary7";

	private final String value;
	private final Map<String, String> forms = new LinkedHashMap<>();

	private Canary(String value) {
		this.value = value;
		forms.put("plain", value);
		forms.put("url", URLEncoder.encode(value, StandardCharsets.UTF_8));
		for (int shift = 0; shift < 3; shift++) {
			String core = base64Core(value.getBytes(StandardCharsets.UTF_8), shift);
			forms.put("base64+" + shift, core);
			forms.put("base64url+" + shift, core.replace('+', '-').replace('/', '_'));
		}
	}

	/** A new unique secret; {@code name} is part of it, so that a find tells which one leaked. */
	public static Canary create(String name) {
		byte[] random = new byte[12];
		new SecureRandom().nextBytes(random);
		return new Canary(MARK + "-" + name + "/" + HexFormat.of().formatHex(random) + "=!");
	}

	/** Watches for a secret made elsewhere, such as a token; at least 8 characters, or it would be found by chance. */
	public static Canary of(String secret) {
		if (secret.length() < 8) {
			throw new IllegalArgumentException("too short to be searched for");
		}
		return new Canary(secret);
	}

	/** The secret itself, to be used as password or token. */
	public String value() {
		return value;
	}

	/** The forms in which this secret occurs in {@code text}: empty if it did not leak. */
	public List<String> findIn(CharSequence text) {
		String haystack = text.toString();
		return forms.entrySet().stream().filter(form -> haystack.contains(form.getValue())).map(Map.Entry::getKey)
				.toList();
	}

	/** As {@link #findIn(CharSequence)} for the bytes of a file or a stream. */
	public List<String> findIn(byte[] bytes) {
		return findIn(new String(bytes, StandardCharsets.ISO_8859_1));
	}

	/** The base64 characters that depend on the secret alone when {@code shift} bytes stand before it. */
	private static String base64Core(byte[] secret, int shift) {
		byte[] shifted = new byte[shift + secret.length];
		System.arraycopy(secret, 0, shifted, shift, secret.length);
		String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
		int skip = shift == 0 ? 0 : shift + 1;
		int whole = shifted.length * 8 / 6;
		return encoded.substring(skip, whole);
	}

	/** The name only; the secret never comes into a message by accident. */
	@Override
	public String toString() {
		return "Canary";
	}
}

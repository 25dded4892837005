package org.postkontor.auth;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Characters that must not be seen: no {@code toString}, no serialisation, equality in constant time. Use it as late as
 * possible.
 */
public final class Secret {
	private final char[] value;

	private Secret(char[] value) {
		this.value = value;
	}

	public static Secret of(CharSequence value) {
		char[] copy = new char[value.length()];
		for (int i = 0; i < copy.length; i++) {
			copy[i] = value.charAt(i);
		}
		return new Secret(copy);
	}

	/** Hands the characters to {@code user}; the string must not be kept. */
	public <T> T use(Function<String, T> user) {
		return user.apply(new String(value));
	}

	public boolean isEmpty() {
		return value.length == 0;
	}

	@Override
	public boolean equals(@org.eclipse.jdt.annotation.Nullable Object other) {
		return other instanceof Secret that && java.security.MessageDigest.isEqual(bytes(value), bytes(that.value));
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(value);
	}

	@Override
	public String toString() {
		return "[secret]";
	}

	private static byte[] bytes(char[] chars) {
		return new String(chars).getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}
}

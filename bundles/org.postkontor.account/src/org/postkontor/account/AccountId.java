package org.postkontor.account;

import java.util.UUID;
import java.util.regex.Pattern;

/** Opaque id of an account: an ASCII word, safe as a file name, never an address. */
public record AccountId(String value) {
	private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,64}");

	public AccountId {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("account id");
		}
	}

	/** A new random id. */
	public static AccountId create() {
		return new AccountId(UUID.randomUUID().toString());
	}

	@Override
	public String toString() {
		return value;
	}
}

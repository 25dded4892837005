package org.postkontor.account;

import java.util.UUID;

/** Opaque id of an account: an ASCII word, safe as a file name, never an address. */
public record AccountId(String value) {
	public AccountId {
		if (!value.matches("[a-z0-9-]{1,64}")) {
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

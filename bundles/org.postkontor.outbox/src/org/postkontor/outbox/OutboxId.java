package org.postkontor.outbox;

import java.util.regex.Pattern;

/** Durable id of a mail in the outbox; ASCII, sorts by time of acceptance. */
public record OutboxId(String value) implements Comparable<OutboxId> {
	private static final Pattern FORM = Pattern.compile("[0-9a-zA-Z-]{1,64}");

	public OutboxId {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("outbox id");
		}
	}

	@Override
	public int compareTo(OutboxId other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}
}

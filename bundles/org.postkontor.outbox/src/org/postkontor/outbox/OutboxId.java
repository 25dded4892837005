package org.postkontor.outbox;

/** Durable id of a mail in the outbox; ASCII, sorts by time of acceptance. */
public record OutboxId(String value) implements Comparable<OutboxId> {
	public OutboxId {
		if (!value.matches("[0-9a-zA-Z-]{1,64}")) {
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

package org.postkontor.testkit.peer;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A stored mail; its flags change, nothing else does. Thread-safe. */
public final class ImapMail {

	private final long uid;
	private final Set<String> flags;
	private final Instant received;
	private final byte[] bytes;

	ImapMail(long uid, Set<String> flags, Instant received, byte[] bytes) {
		this.uid = uid;
		this.flags = new TreeSet<>(flags);
		this.received = received;
		this.bytes = bytes;
	}

	public long uid() {
		return uid;
	}

	public Instant received() {
		return received;
	}

	public byte[] bytes() {
		return bytes.clone();
	}

	public synchronized Set<String> flags() {
		return Set.copyOf(flags);
	}

	public synchronized boolean has(String flag) {
		return flags.stream().anyMatch(flag::equalsIgnoreCase);
	}

	/** The first field of that name, unfolded; empty if there is none. */
	public String header(String name) {
		return RawHeader.of(bytes, name).orElse("");
	}

	byte[] headerBlock() {
		return RawHeader.block(bytes);
	}

	/** STORE: {@code FLAGS}, {@code +FLAGS} or {@code -FLAGS}, with or without {@code .SILENT}. */
	synchronized void store(String item, Collection<String> changed) {
		switch (item.toUpperCase(Locale.ROOT).replace(".SILENT", "")) {
		case "+FLAGS" -> flags.addAll(changed);
		case "-FLAGS" -> flags.removeIf(flag -> changed.stream().anyMatch(flag::equalsIgnoreCase));
		default -> {
			flags.clear();
			flags.addAll(changed);
		}
		}
	}
}

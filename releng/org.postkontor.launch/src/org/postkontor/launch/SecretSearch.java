package org.postkontor.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for thousands of secrets in all their forms at once: the first eight bytes of each form are a key, a window of eight
 * bytes moves over the content. Line ends are looked through, because base64 in mail and logs is broken into lines.
 */
final class SecretSearch {
	private static final int KEY = 8;
	private static final int FILTER_BITS = 22;
	private static final int BLOCK = 1 << 20;

	/** @param what kind and form, never the secret */
	private record Pattern(byte[] bytes, String what) {
	}

	private final Map<Long, List<Pattern>> patterns = new HashMap<>();
	private final BitSet filter = new BitSet(1 << FILTER_BITS);
	private int longest;

	/** @param kind what the secret is, for the report */
	void add(String kind, String secret) {
		SecretForms.of(secret).forEach((form, bytes) -> {
			if (bytes.length < KEY) {
				throw new IllegalArgumentException("a secret of kind " + kind + " is too short");
			}
			long key = ByteBuffer.wrap(bytes).getLong();
			filter.set(hash(key));
			patterns.computeIfAbsent(key, k -> new ArrayList<>()).add(new Pattern(bytes, kind + " (" + form + ")"));
			longest = Math.max(longest, bytes.length);
		});
	}

	/** Kinds and forms of what was found. */
	Set<String> in(InputStream content) throws IOException {
		Set<String> found = new TreeSet<>();
		byte[] raw = new byte[BLOCK + longest];
		byte[] joined = new byte[BLOCK + longest];
		int rawEnd = 0;
		int joinedEnd = 0;
		byte[] block = new byte[BLOCK];
		for (int read = content.readNBytes(block, 0, BLOCK); read > 0; read = content.readNBytes(block, 0, BLOCK)) {
			System.arraycopy(block, 0, raw, rawEnd, read);
			rawEnd += read;
			for (int i = 0; i < read; i++) {
				if (block[i] != '\r' && block[i] != '\n') {
					joined[joinedEnd++] = block[i];
				}
			}
			look(raw, rawEnd, found);
			look(joined, joinedEnd, found);
			rawEnd = keepEnd(raw, rawEnd);
			joinedEnd = keepEnd(joined, joinedEnd);
		}
		return found;
	}

	/** What begins at the end of a block may end in the next one. */
	private int keepEnd(byte[] bytes, int end) {
		int kept = Math.min(end, longest - 1);
		System.arraycopy(bytes, end - kept, bytes, 0, kept);
		return kept;
	}

	private void look(byte[] bytes, int end, Set<String> found) {
		long window = 0;
		for (int i = 0; i < end; i++) {
			window = window << 8 | bytes[i] & 0xff;
			if (i >= KEY - 1 && filter.get(hash(window))) {
				int start = i - KEY + 1;
				for (Pattern pattern : patterns.getOrDefault(window, List.of())) {
					if (start + pattern.bytes.length <= end && Arrays.equals(bytes, start, start + pattern.bytes.length, pattern.bytes, 0, pattern.bytes.length)) {
						found.add(pattern.what);
					}
				}
			}
		}
	}

	private static int hash(long key) {
		return (int) (key * 0x9E3779B97F4A7C15L >>> 64 - FILTER_BITS);
	}
}

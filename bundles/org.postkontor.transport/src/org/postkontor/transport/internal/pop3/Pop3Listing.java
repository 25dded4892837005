package org.postkontor.transport.internal.pop3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.postkontor.transport.ReceiveConnection.Listing;
import org.postkontor.transport.ReceiveConnection.RemoteMail;

/**
 * What is new in a maildrop. POP3 keeps no memory for us, so a marker holds how many mails were listed and a digest of their
 * UIDLs: as long as the beginning of the maildrop is the same, only its rest is new; otherwise it is listed from the start.
 */
record Pop3Listing(List<RemoteMail> all) {
	private static final int DIGEST_BYTES = 16;

	Listing since(Optional<String> marker, int limit) {
		int known = marker.map(this::known).orElse(0);
		int from = Math.max(0, known);
		int to = Math.min(all.size(), from + Math.max(0, limit));
		return new Listing(all.subList(from, to), marker(to), known < 0);
	}

	/** How many mails the marker covers; negative if it does not fit any more. */
	private int known(String marker) {
		String count = marker.substring(0, Math.max(0, marker.indexOf(':')));
		if (!count.matches("\\d{1,9}") || Integer.parseInt(count) > all.size()) {
			return -1;
		}
		int n = Integer.parseInt(count);
		return marker(n).equals(marker) ? n : -1;
	}

	private String marker(int count) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (RemoteMail mail : all.subList(0, count)) {
				digest.update((mail.uid() + "\n").getBytes(StandardCharsets.UTF_8));
			}
			return count + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest.digest(), DIGEST_BYTES));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}

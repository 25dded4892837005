package org.postkontor.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collection;
import java.util.List;

import org.postkontor.message.internal.AddressLines;

/**
 * A mail for a protocol without an envelope, which delivers to whom the address lines name: To and Cc are rebuilt so that
 * they name nobody but the recipients, Bcc is left out, and everything else, the Message-ID among it, is byte for byte the
 * frozen mail. A mail whose lines fit already is not changed at all. Immutable; the body is streamed from the frozen bytes.
 *
 * @param header  up to and including the empty line, or all there is
 * @param offset  where the body begins in the frozen bytes
 * @param blind   recipients that no line names, in the order of the envelope
 * @param rebuilt names of the lines that were changed or taken out
 * @param message the frozen mail
 */
public record AddressedContent(byte[] header, long offset, List<String> blind, List<String> rebuilt, OutgoingMessage message) {
	public AddressedContent {
		blind = List.copyOf(blind);
		rebuilt = List.copyOf(rebuilt);
	}

	/**
	 * @param recipients of this sending, bare addresses
	 * @throws IOException if the frozen bytes cannot be read or their header is larger than 1 MiB
	 */
	public static AddressedContent of(OutgoingMessage message, Collection<String> recipients) throws IOException {
		return AddressLines.rebuild(message, List.copyOf(recipients));
	}

	/** The same mail with a Bcc line for the {@link #blind} recipients; itself if there are none. */
	public AddressedContent withBcc() throws IOException {
		return blind.isEmpty() ? this : AddressLines.withBcc(this);
	}

	/** Bytes of the mail as it goes out. */
	public long size() {
		return header.length + message.size() - offset;
	}

	/** The mail as it goes out; the caller closes it. */
	public InputStream open() throws IOException {
		InputStream frozen = message.content().open();
		try {
			frozen.skipNBytes(offset);
			return new SequenceInputStream(new java.io.ByteArrayInputStream(header), frozen);
		} catch (IOException e) {
			frozen.close();
			throw e;
		}
	}
}

package org.postkontor.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * RFC 5321 envelope: bare addresses, all recipients including Bcc, in order, without doubles. Domains are A-labels; a local part
 * may be UTF-8 (RFC 6531).
 */
public record Envelope(String sender, List<String> recipients) {
	public Envelope {
		recipients = List.copyOf(recipients);
	}

	/** Whether only servers with SMTPUTF8 (RFC 6531) can take this mail: an address is not ASCII. */
	public boolean needsSmtpUtf8() {
		return international().isPresent();
	}

	/** The first address that is not ASCII, if there is one. */
	public Optional<String> international() {
		return Stream.concat(Stream.of(sender), recipients.stream()).filter(address -> address.chars().anyMatch(c -> c > 127)).findFirst();
	}
}

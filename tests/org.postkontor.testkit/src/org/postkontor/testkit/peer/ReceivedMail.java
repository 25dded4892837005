package org.postkontor.testkit.peer;

import java.util.List;

/**
 * A mail that an {@link SmtpPeer} took.
 *
 * @param user       who had signed in, or empty
 * @param from       the envelope's sender, without brackets; empty for the null sender
 * @param recipients the accepted recipients, without brackets
 * @param bytes      the message as sent, without dot-stuffing
 */
public record ReceivedMail(String user, String from, List<String> recipients, byte[] bytes) {

	public ReceivedMail {
		recipients = List.copyOf(recipients);
	}

	/** With its angle brackets; empty if there is none. */
	public String messageId() {
		return RawHeader.of(bytes, "Message-ID").orElse("");
	}
}

package org.postkontor.message;

import java.util.List;

/** RFC 5321 envelope: bare addresses, all recipients including Bcc, in order, without doubles. */
public record Envelope(String sender, List<String> recipients) {
	public Envelope {
		recipients = List.copyOf(recipients);
	}
}

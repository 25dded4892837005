package org.postkontor.message;

import java.nio.file.Path;
import java.util.List;

/**
 * What a person or a suite wants to send. Addresses are RFC 5322 mailboxes, for example {@code Anna Muster <anna@example.test>}.
 *
 * @param text        plain text, any line ends
 * @param attachments files that are read while freezing
 */
public record Draft(String from, List<String> to, List<String> cc, List<String> bcc, String subject, String text, List<Path> attachments) {
	public Draft {
		to = List.copyOf(to);
		cc = List.copyOf(cc);
		bcc = List.copyOf(bcc);
		attachments = List.copyOf(attachments);
	}
}

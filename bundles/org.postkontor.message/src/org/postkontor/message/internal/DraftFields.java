package org.postkontor.message.internal;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;

import org.postkontor.problem.ProblemException;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Header fields that a draft has a place for, or that are made anew when it is frozen. */
final class DraftFields {
	private static final Set<String> KNOWN = Set.of("date", "from", "to", "cc", "message-id", "subject", "mime-version", "content-type",
			"content-transfer-encoding", "content-disposition", "user-agent", "x-mailer");

	private DraftFields() {
	}

	/** Refuses a mail whose other fields would be lost. */
	static void check(MimeMessage mail) throws MessagingException, ProblemException {
		for (Header header : Collections.list(mail.getAllHeaders())) {
			if (!KNOWN.contains(header.getName().toLowerCase(Locale.ROOT))) {
				throw MessageProblems.notEditable();
			}
		}
	}
}

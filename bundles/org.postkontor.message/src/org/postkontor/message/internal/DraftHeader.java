package org.postkontor.message.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.problem.ProblemException;

import jakarta.mail.internet.InternetAddress;

/**
 * The header and envelope of a draft, checked. Bcc is in the envelope only.
 *
 * @param messageId with angle brackets
 */
record DraftHeader(InternetAddress from, List<InternetAddress> to, List<InternetAddress> cc, String subject, Envelope envelope, String messageId,
		Instant date) {
	private static final DateTimeFormatter RFC5322 = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

	/** @param unique random part of the Message-ID, ASCII */
	static DraftHeader of(Draft draft, Instant now, String unique) throws ProblemException {
		List<InternetAddress> from = Mailboxes.parse("From", List.of(draft.from()));
		if (from.size() != 1) {
			throw MessageProblems.address(draft.from());
		}
		List<InternetAddress> to = Mailboxes.parse("To", draft.to());
		List<InternetAddress> cc = Mailboxes.parse("Cc", draft.cc());
		List<InternetAddress> all = new ArrayList<>(to);
		all.addAll(cc);
		all.addAll(Mailboxes.parse("Bcc", draft.bcc()));
		if (all.isEmpty()) {
			throw MessageProblems.noRecipient();
		}
		String sender = from.get(0).getAddress();
		return new DraftHeader(from.get(0), to, cc, HeaderText.checked("Subject", draft.subject()), new Envelope(sender, Mailboxes.recipients(all)),
				messageId(unique, sender), now);
	}

	static String messageId(String unique, String sender) {
		String domain = sender.substring(sender.lastIndexOf('@') + 1);
		return "<" + unique + "@" + (domain.startsWith("[") ? "localhost.invalid" : domain) + ">";
	}

	static String dateField(Instant date, ZoneId zone) {
		return "Date: " + RFC5322.format(date.atZone(zone)) + "\r\n";
	}

	/** Complete fields, each with its line end; the caller adds Content-Type and what belongs to it. */
	String fields(ZoneId zone) {
		StringBuilder out = new StringBuilder(dateField(date, zone));
		addresses(out, "From", List.of(from));
		addresses(out, "To", to);
		addresses(out, "Cc", cc);
		if (to.isEmpty() && cc.isEmpty()) {
			out.append("To: undisclosed-recipients:;\r\n");
		}
		return out.append("Message-ID: ").append(messageId).append("\r\nSubject: ").append(HeaderText.unstructured(subject, 9))
				.append("\r\nMIME-Version: 1.0\r\n").toString();
	}

	/** One mailbox a line, so that no list makes a line too long. */
	private static void addresses(StringBuilder out, String name, List<InternetAddress> mailboxes) {
		if (!mailboxes.isEmpty()) {
			out.append(name).append(": ").append(String.join(",\r\n ", mailboxes.stream().map(DraftHeader::mailbox).toList())).append("\r\n");
		}
	}

	private static String mailbox(InternetAddress mailbox) {
		String personal = mailbox.getPersonal();
		if (personal == null) {
			return mailbox.getAddress();
		}
		boolean quotable = personal.length() < 200 && personal.chars().allMatch(c -> c >= ' ' && c < 127) && !personal.contains("=?");
		String phrase = quotable ? "\"" + personal.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : HeaderText.encoded(personal);
		return phrase + (phrase.length() + mailbox.getAddress().length() > 74 ? "\r\n <" : " <") + mailbox.getAddress() + ">";
	}
}

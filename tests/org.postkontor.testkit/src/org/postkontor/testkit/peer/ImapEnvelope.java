package org.postkontor.testkit.peer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the ENVELOPE of a mail (RFC 3501, 7.4.2) from its header. */
final class ImapEnvelope {

	private static final Pattern ADDRESS = Pattern
			.compile("(?:\"?([^\"<,]*?)\"?\\s*<)?([^\\s<>,\"@]+)@([^\\s<>,\"]+)>?");

	private ImapEnvelope() {
	}

	static String of(ImapMail mail) {
		String from = addresses(mail.header("From"));
		String sender = addresses(mail.header("Sender"));
		String reply = addresses(mail.header("Reply-To"));
		return "(" + string(mail.header("Date")) + " " + string(mail.header("Subject")) + " " + from + " "
				+ ("NIL".equals(sender) ? from : sender) + " " + ("NIL".equals(reply) ? from : reply) + " "
				+ addresses(mail.header("To")) + " " + addresses(mail.header("Cc")) + " "
				+ addresses(mail.header("Bcc")) + " " + string(mail.header("In-Reply-To")) + " "
				+ string(mail.header("Message-ID")) + ")";
	}

	static String string(String text) {
		return text.isEmpty() ? "NIL" : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private static String addresses(String field) {
		StringBuilder list = new StringBuilder();
		Matcher address = ADDRESS.matcher(field);
		while (address.find()) {
			String name = address.group(1) == null ? "" : address.group(1).trim();
			list.append("(").append(string(name)).append(" NIL ").append(string(address.group(2))).append(" ")
					.append(string(address.group(3))).append(")");
		}
		return list.isEmpty() ? "NIL" : "(" + list + ")";
	}
}

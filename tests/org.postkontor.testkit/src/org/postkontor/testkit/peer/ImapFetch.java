package org.postkontor.testkit.peer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the answer to FETCH for one mail. */
final class ImapFetch {

	private static final DateTimeFormatter INTERNAL = DateTimeFormatter
			.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
	private static final Pattern SECTION = Pattern.compile("BODY(\\.PEEK)?\\[([^\\]]*)\\](?:<(\\d+)\\.(\\d+)>)?",
			Pattern.CASE_INSENSITIVE);

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ImapMail mail;
	private final boolean readOnly;

	ImapFetch(ImapMail mail, boolean readOnly) {
		this.mail = mail;
		this.readOnly = readOnly;
	}

	/** The untagged answer with its CRLF. */
	byte[] answer(int number, List<String> items, boolean byUid) {
		text("* " + number + " FETCH (");
		if (byUid && items.stream().noneMatch("UID"::equalsIgnoreCase)) {
			text("UID " + mail.uid() + " ");
		}
		for (int i = 0; i < items.size(); i++) {
			text(i > 0 ? " " : "");
			item(items.get(i));
		}
		text(")\r\n");
		return out.toByteArray();
	}

	private void item(String item) {
		switch (item.toUpperCase(Locale.ROOT)) {
		case "UID" -> text("UID " + mail.uid());
		case "FLAGS" -> text("FLAGS (" + String.join(" ", mail.flags()) + ")");
		case "RFC822.SIZE" -> text("RFC822.SIZE " + mail.bytes().length);
		case "INTERNALDATE" -> text("INTERNALDATE \"" + INTERNAL.format(mail.received()) + "\"");
		case "ENVELOPE" -> text("ENVELOPE " + ImapEnvelope.of(mail));
		case "BODYSTRUCTURE", "BODY" -> text(item + " (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"UTF-8\") NIL NIL \"8BIT\" "
				+ mail.bytes().length + " 1 NIL NIL NIL NIL)");
		case "RFC822.HEADER" -> literal(item, mail.headerBlock());
		case "RFC822" -> section("BODY[]", item);
		default -> section(item, null);
		}
	}

	private void section(String item, String label) {
		Matcher section = SECTION.matcher(item);
		if (!section.matches()) {
			throw new IllegalArgumentException(item);
		}
		if (section.group(1) == null && !readOnly) {
			mail.store("+FLAGS", Set.of("\\Seen"));
		}
		byte[] whole = part(section.group(2).toUpperCase(Locale.ROOT));
		String name = label != null ? label : "BODY[" + section.group(2) + "]";
		if (section.group(3) == null) {
			literal(name, whole);
			return;
		}
		int from = Math.min(Integer.parseInt(section.group(3)), whole.length);
		int to = (int) Math.min((long) from + Long.parseLong(section.group(4)), whole.length);
		literal(name + "<" + section.group(3) + ">", Arrays.copyOfRange(whole, from, to));
	}

	private byte[] part(String name) {
		if (name.isEmpty()) {
			return mail.bytes();
		}
		if (name.startsWith("HEADER.FIELDS")) {
			return fields(name);
		}
		byte[] header = mail.headerBlock();
		return "HEADER".equals(name) ? header : Arrays.copyOfRange(mail.bytes(), header.length, mail.bytes().length);
	}

	private byte[] fields(String name) {
		StringBuilder fields = new StringBuilder();
		for (String field : name.substring(name.indexOf('(') + 1).replace(")", "").split(" ")) {
			String value = mail.header(field.replace("\"", ""));
			fields.append(value.isEmpty() ? "" : field + ": " + value + "\r\n");
		}
		return fields.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private void literal(String name, byte[] bytes) {
		text(name + " {" + bytes.length + "}\r\n");
		out.writeBytes(bytes);
	}

	private void text(String text) {
		out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
	}
}

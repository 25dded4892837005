package org.postkontor.message.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.message.Envelope;
import org.postkontor.message.FrozenContent;
import org.postkontor.problem.ProblemException;

import jakarta.mail.internet.MailDateFormat;

/**
 * Copies a complete RFC 5322 message while repairing what may be repaired: line ends become CRLF, Bcc goes, Message-ID and
 * Date are added if missing or unreadable, long header lines are folded. Everything else stays as it is or is refused.
 */
final class CompleteMessage {
	private static final int LONGEST_LINE = 998;
	private static final int LONGEST_HEADER = 1 << 20;
	private static final byte[] CRLF = { '\r', '\n' };
	private static final Set<String> SECRET_FIELDS = Set.of("bcc", "resent-bcc");

	private final Clock clock;
	private final Envelope envelope;
	private final String unique;
	private final @Nullable IProgressMonitor monitor;
	private final List<String> fields = new ArrayList<>();
	private String messageId = "";
	private String subject = "";
	private @Nullable Instant date;
	private boolean from;

	/** What the header says, or what was added to it. */
	record Identity(String messageId, Instant date, String subject) {
	}

	CompleteMessage(Clock clock, String unique, Envelope envelope, @Nullable IProgressMonitor monitor) {
		this.clock = clock;
		this.unique = unique;
		this.envelope = envelope;
		this.monitor = monitor;
	}

	static Envelope checked(Envelope envelope) throws ProblemException {
		List<String> recipients = new ArrayList<>();
		for (String recipient : envelope.recipients()) {
			String bare = Mailboxes.bare(recipient);
			if (!recipients.contains(bare)) {
				recipients.add(bare);
			}
		}
		if (recipients.isEmpty()) {
			throw MessageProblems.noRecipient();
		}
		return new Envelope(Mailboxes.bare(envelope.sender()), recipients);
	}

	static InputStream open(FrozenContent content) throws ProblemException {
		try {
			return content.open();
		} catch (IOException e) {
			throw MessageProblems.unreadable(e);
		}
	}

	Identity copy(InputStream in, OutputStream out) throws IOException, ProblemException {
		LineSource lines = new LineSource(in);
		header(lines);
		if (!from) {
			throw MessageProblems.content("message.no-from");
		}
		Instant dated = date;
		if (dated == null) {
			dated = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
			fields.add(DraftHeader.dateField(dated, clock.getZone()));
		}
		if (messageId.isEmpty()) {
			messageId = DraftHeader.messageId(unique, envelope.sender());
			fields.add("Message-ID: " + messageId + "\r\n");
		}
		for (String field : fields) {
			out.write(field.getBytes(StandardCharsets.ISO_8859_1));
		}
		out.write(CRLF);
		int count = 0;
		for (byte[] line = lines.next(LONGEST_LINE); line != null; line = lines.next(LONGEST_LINE)) {
			if (count++ % 1000 == 0) {
				Cancel.check(monitor);
			}
			out.write(line);
			out.write(CRLF);
		}
		return new Identity(messageId, dated, subject);
	}

	private void header(LineSource lines) throws ProblemException {
		ByteArrayOutputStream field = new ByteArrayOutputStream();
		int total = 0;
		for (byte[] line = lines.next(LONGEST_HEADER); line != null; line = lines.next(LONGEST_HEADER)) {
			total += line.length + 2;
			if (total > LONGEST_HEADER) {
				throw MessageProblems.content("message.header-size");
			}
			boolean continued = line.length > 0 && (line[0] == ' ' || line[0] == '\t');
			if (!continued && field.size() > 0) {
				field(field.toString(StandardCharsets.ISO_8859_1));
				field.reset();
			}
			if (line.length == 0) {
				return;
			}
			field.writeBytes(line);
			field.writeBytes(CRLF);
		}
		if (field.size() > 0) {
			field(field.toString(StandardCharsets.ISO_8859_1));
		}
	}

	private void field(String raw) throws ProblemException {
		int colon = raw.indexOf(':');
		String name = colon < 0 ? "" : raw.substring(0, colon).strip().toLowerCase(Locale.ROOT);
		if (!name.matches("[!-9;-~]+")) {
			throw MessageProblems.content("message.malformed-header");
		}
		String value = raw.substring(colon + 1).replace("\r\n", "").strip();
		switch (name) {
		case "from" -> from = true;
		case "subject" -> subject = new DecodedText(value).shown();
		case "message-id" -> {
			if (!messageId.isEmpty() || !value.matches("<[!-;=?-~]{1,900}>")) {
				return;
			}
			messageId = value;
		}
		case "date" -> {
			if (date != null || parsed(value) == null) {
				return;
			}
			date = parsed(value);
		}
		default -> {
			if (SECRET_FIELDS.contains(name)) {
				return;
			}
		}
		}
		fields.add(folded(raw));
	}

	private static @Nullable Instant parsed(String value) {
		try {
			return new MailDateFormat().parse(value).toInstant();
		} catch (ParseException e) {
			return null;
		}
	}

	/** Folds at blanks what is over the limit; a longer word cannot be repaired. */
	private static String folded(String raw) throws ProblemException {
		StringBuilder out = new StringBuilder();
		for (String line : raw.split("\r\n")) {
			String rest = line;
			while (rest.length() > LONGEST_LINE) {
				int blank = rest.lastIndexOf(' ', LONGEST_LINE);
				if (blank <= 0 || rest.substring(0, blank).isBlank()) {
					throw MessageProblems.content("message.long-line");
				}
				out.append(rest, 0, blank).append("\r\n");
				rest = rest.substring(blank);
			}
			out.append(rest).append("\r\n");
		}
		return out.toString();
	}
}

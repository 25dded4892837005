package org.postkontor.transport.internal.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;

import jakarta.mail.Flags;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.SentFolder;
import org.postkontor.transport.internal.Watchdog;

/** The folder of sent mails on an IMAP connection. */
final class ImapSentFolder implements SentFolder {
	/** SEARCH finds substrings; more matches than this are looked at newest first only. */
	private static final int MOST_CANDIDATES = 20;
	private static final int CHUNK = 1 << 16;

	/** Runs work on the connection that the folder belongs to. */
	@FunctionalInterface
	interface Runner {
		Object run(Work work) throws ProblemException;
	}

	/** Work on the connection. */
	@FunctionalInterface
	interface Work {
		Object run() throws ProtocolException, IOException, ProblemException;
	}

	private final String name;
	private final ImapMailbox mailbox;
	private final Runner runner;

	ImapSentFolder(String name, ImapMailbox mailbox, Runner runner) {
		this.name = name;
		this.mailbox = mailbox;
		this.runner = runner;
	}

	@Override
	public boolean contains(String messageId) throws ProblemException {
		return Boolean.TRUE.equals(runner.run(() -> {
			mailbox.examine(name);
			List<Long> found = mailbox.search(new Argument().writeAtom("HEADER").writeAtom("Message-ID").writeString(messageId));
			for (long uid : found.reversed().stream().limit(MOST_CANDIDATES).toList()) {
				byte[] header = mailbox.body(Long.toString(uid), "[HEADER.FIELDS (MESSAGE-ID)]").orElse(new byte[0]);
				if (value(header).equals(messageId.strip())) {
					return true;
				}
			}
			return false;
		}));
	}

	private static String value(byte[] header) {
		String line = new String(header, StandardCharsets.ISO_8859_1).replaceAll("\r?\n[ \t]+", " ").strip();
		return line.substring(line.indexOf(':') + 1).strip();
	}

	@Override
	public void append(OutgoingMessage message) throws ProblemException {
		if (message.size() > Integer.MAX_VALUE) {
			throw new ProblemException(
					mailbox.guarded().problems().of("transport.too-large", ProblemKind.MESSAGE, Fixer.USER, Remedy.NONE).with("size", message.size()));
		}
		runner.run(() -> {
			mailbox.protocol().append(name, new Flags(Flags.Flag.SEEN), Date.from(message.date()), literal(message));
			return name;
		});
	}

	/** Streams the frozen bytes; each piece has its own deadline, so that size does not matter. */
	private Literal literal(OutgoingMessage message) {
		Watchdog watchdog = mailbox.guarded().watchdog();
		Duration each = ImapDeadlines.STANDARD.transfer();
		return new Literal() {
			@Override
			public int size() {
				return (int) message.size();
			}

			@Override
			public void writeTo(@Nullable OutputStream out) throws IOException {
				if (out == null) {
					return;
				}
				try (InputStream in = message.content().open()) {
					byte[] chunk = new byte[CHUNK];
					long left = message.size();
					for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
						left -= n;
						if (left < 0) {
							// What follows an announced literal would be taken for commands.
							throw new IOException("longer than frozen");
						}
						watchdog.phase(each);
						out.write(chunk, 0, n);
					}
					if (left > 0) {
						throw new IOException("shorter than frozen");
					}
				}
			}
		};
	}
}

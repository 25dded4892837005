package org.postkontor.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.postkontor.message.Draft;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.problem.ProblemException;

/** The mails that everybody sends: 20 KB of text, and random bytes as an attachment where it is to be larger. */
final class Corpus {
	private static final int LINES = 294;
	private static final int BLOCK = 1_000_000;

	private Corpus() {
	}

	static MessageComposer composer() {
		return new StreamingMessageComposer(Clock.systemDefaultZone());
	}

	static Draft draft() {
		return draft(Office.recipients(1), List.of());
	}

	static Draft draft(List<String> recipients, List<Path> attachments) {
		String text = IntStream.range(0, LINES).mapToObj(i -> String.format("%04d We confirm the appointment of Monday, ten o'clock, room twelve.", i))
				.collect(Collectors.joining("\n"));
		return new Draft("Anna <" + Office.USER + ">", recipients, List.of(), List.of(), "Appointment", text, attachments);
	}

	static OutgoingMessage freeze(Path folder) throws ProblemException, IOException {
		return freeze(draft(), folder);
	}

	static OutgoingMessage freeze(Draft draft, Path folder) throws ProblemException, IOException {
		return composer().freeze(draft, folder.resolve("corpus.eml"), null);
	}

	/** A file of random bytes, the same in each run. */
	static Path attachment(Path folder, int megabytes) throws IOException {
		Path file = folder.resolve("scan.bin");
		byte[] block = new byte[BLOCK];
		new Random(1).nextBytes(block);
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int i = 0; i < megabytes; i++) {
				out.write(block);
			}
		}
		return file;
	}

	/** The mail with the line ends of Unix, as programs of Unix want it. */
	static Path unix(OutgoingMessage mail, Path folder) throws IOException {
		try (var in = mail.content().open()) {
			return Files.writeString(folder.resolve("corpus.txt"), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n"),
					StandardCharsets.ISO_8859_1);
		}
	}
}

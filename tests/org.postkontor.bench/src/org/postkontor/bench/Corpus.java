package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.postkontor.message.Draft;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.problem.ProblemException;

/** The mail that everybody sends: 20 KB of text in one file. */
final class Corpus {
	private static final int LINES = 294;

	private Corpus() {
	}

	static MessageComposer composer() {
		return new StreamingMessageComposer(Clock.systemDefaultZone());
	}

	static Draft draft() {
		return draft(List.of());
	}

	static Draft draft(List<Path> attachments) {
		String text = IntStream.range(0, LINES).mapToObj(i -> String.format("%04d We confirm the appointment of Monday, ten o'clock, room twelve.", i))
				.collect(Collectors.joining("\n"));
		return new Draft("Anna <" + Office.USER + ">", List.of(Office.RECIPIENT), List.of(), List.of(), "Appointment", text, attachments);
	}

	static OutgoingMessage freeze(Path folder) throws ProblemException, IOException {
		return composer().freeze(draft(), folder.resolve("corpus.eml"), null);
	}
}

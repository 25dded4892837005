package org.postkontor.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.SplitDraft;
import org.postkontor.message.internal.DraftSize;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class SplitDraftTest {
	private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
	@TempDir
	Path folder;

	private final StreamingMessageComposer composer = new StreamingMessageComposer(Clock.fixed(NOW, ZoneOffset.ofHours(1)));
	private int frozen;

	private Path file(String name, long size) throws IOException {
		Path file = folder.resolve(name);
		try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
			written.setLength(size);
		}
		return file;
	}

	private static Draft draft(String subject, String text, List<Path> files) {
		return new Draft("Kanzlei Müller <kanzlei@example.test>", List.of("gericht@example.test"), List.of("anna@example.test"), List.of(), subject, text,
				files);
	}

	private long size(Draft draft) throws Exception {
		OutgoingMessage message = composer.freeze(draft, folder.resolve("frozen" + frozen++), null);
		return message.size();
	}

	private static List<List<String>> names(List<Draft> parts) {
		return parts.stream().map(part -> part.attachments().stream().map(file -> file.getFileName().toString()).toList()).toList();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 2, 3, 56, 57, 58, 113, 114, 115, 1000, 77_777 })
	void knowsTheSizeToTheByte(long size) throws Exception {
		Draft draft = draft("Akte für Müller ./. Meier", "Grüße = äöü\n" + "x".repeat(500), List.of(file("ä.pdf", size), file("b", size + 1)));
		assertEquals(size(draft), DraftSize.of(draft));
	}

	@Test
	void knowsTheSizeWithoutAttachments() throws Exception {
		assertEquals(size(draft("s", "t", List.of())), DraftSize.of(draft("s", "t", List.of())));
	}

	@Test
	void leavesADraftAloneThatFits() throws Exception {
		Draft draft = draft("12/26", "text", List.of(file("a.pdf", 1000)));
		assertEquals(List.of(draft), new SplitDraft(draft, DraftSize.of(draft), Locale.GERMAN).parts());
	}

	@Test
	void numbersThePartsAndKeepsTheOrder() throws Exception {
		Draft draft = draft("12/26", "Anbei die Akte.", List.of(file("a.pdf", 40_000), file("b.pdf", 50_000), file("c.pdf", 20_000), file("d.pdf", 90_000)));
		List<Draft> parts = new SplitDraft(draft, 130_000, Locale.GERMANY).parts();
		assertEquals(List.of(List.of("a.pdf", "b.pdf"), List.of("c.pdf"), List.of("d.pdf")), names(parts));
		assertEquals(List.of("12/26 (Teil 1 von 3)", "12/26 (Teil 2 von 3)", "12/26 (Teil 3 von 3)"), parts.stream().map(Draft::subject).toList());
		assertEquals("Anbei die Akte.\n\nTeil 1 von 3:\na.pdf\nb.pdf\n", parts.get(0).text());
		assertEquals(List.of("gericht@example.test"), parts.get(2).to());
	}

	@Test
	void numbersInEnglish() throws Exception {
		Draft draft = draft("12/26", "text", List.of(file("a.pdf", 4000), file("b.pdf", 4000)));
		assertEquals(List.of("12/26 (part 1 of 2)", "12/26 (part 2 of 2)"),
				new SplitDraft(draft, 7000, Locale.ENGLISH).parts().stream().map(Draft::subject).toList());
	}

	@Test
	void countsWhatBase64Adds() throws Exception {
		Draft draft = draft("12/26", "text", List.of(file("a.pdf", 50_000), file("b.pdf", 50_000)));
		assertEquals(2, new SplitDraft(draft, 110_000, Locale.GERMAN).parts().size(), "100,000 bytes on disk are 136,842 in a mail");
		assertEquals(1, new SplitDraft(draft, 140_000, Locale.GERMAN).parts().size());
	}

	@Test
	void noPartIsLargerThanTheLimit() throws Exception {
		Random random = new Random(42);
		for (int round = 0; round < 20; round++) {
			List<Path> files = new ArrayList<>();
			for (int i = 0; i < 12; i++) {
				files.add(file("Schriftsatz " + i + " ü.pdf", random.nextInt(9000)));
			}
			long limit = 14_500 + random.nextInt(3000);
			List<Draft> parts = new SplitDraft(draft("Ein langer Betreff mit Umlauten für die Sache ".repeat(2), "ö".repeat(random.nextInt(100)), files), limit, Locale.GERMAN)
					.parts();
			for (Draft part : parts) {
				long size = size(part);
				assertTrue(size <= limit, () -> size + " > " + limit);
			}
			assertEquals(files, parts.stream().flatMap(part -> part.attachments().stream()).toList());
		}
	}

	@Test
	void namesTheFileThatIsTooLargeForAMail() throws Exception {
		Draft draft = draft("12/26", "text", List.of(file("a.pdf", 1000), file("riesig.pdf", 20_000_000)));
		Problem problem = assertThrows(ProblemException.class, () -> new SplitDraft(draft, 20_000_000, Locale.GERMAN).parts()).problem();
		assertEquals("message.attachment-too-large", problem.id());
		assertEquals(ProblemKind.MESSAGE, problem.kind());
		assertEquals("riesig.pdf", problem.values().get("file"));
		assertEquals("27.4 MB", problem.values().get("size"));
		assertEquals("20.0 MB", problem.values().get("limit"));
	}

	@Test
	void saysThatTheTextIsTheReason() throws Exception {
		Draft alone = draft("12/26", "x".repeat(9000), List.of());
		assertEquals("message.text-too-large",
				assertThrows(ProblemException.class, () -> new SplitDraft(alone, 8000, Locale.GERMAN).parts()).problem().id());
		Draft withFile = draft("12/26", "x".repeat(9000), List.of(file("a.pdf", 10)));
		assertEquals("message.text-too-large",
				assertThrows(ProblemException.class, () -> new SplitDraft(withFile, 8000, Locale.GERMAN).parts()).problem().id());
	}

	@Test
	void saysWhichFileIsMissing() {
		Draft draft = draft("12/26", "text", List.of(folder.resolve("none.pdf")));
		assertEquals("message.attachment", assertThrows(ProblemException.class, () -> new SplitDraft(draft, 8000, Locale.GERMAN).parts()).problem().id());
	}
}

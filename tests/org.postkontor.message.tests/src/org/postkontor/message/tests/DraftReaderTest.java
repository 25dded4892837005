package org.postkontor.message.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.FrozenDraftReader;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** The way back from frozen bytes to a draft. */
class DraftReaderTest {
	private static final String HEAD = "From: anna@example.test\r\nTo: ben@example.test\r\nSubject: s\r\nMIME-Version: 1.0\r\n";

	@TempDir
	Path folder;
	private final StreamingMessageComposer composer = new StreamingMessageComposer(Clock.systemUTC());
	private final FrozenDraftReader reader = new FrozenDraftReader();
	private Path parts;

	@BeforeEach
	void makeFolder() throws Exception {
		parts = Files.createDirectory(folder.resolve("parts"));
	}

	@Test
	void givesBackWhatWasFrozen() throws Exception {
		Draft draft = new Draft("\"Berg, Anna\" <anna@example.test>", List.of("\"Jörg Weiß\" <joerg@example.test>", "ben@example.test"), List.of("cara@example.test"),
				List.of("secret@example.test"), "Mietvertrag für die Wohnung Nr. 7 in der Königstraße, mit allen Anlagen und dem Übergabeprotokoll",
				"Guten Tag,\n\nanbei der Vertrag – 5 € Porto.\n  .\n\nViele Grüße", List.of());
		assertEquals(draft, read(freeze(draft)));
	}

	@Test
	void givesBackAddressesThatAreNotAscii() throws Exception {
		Draft draft = new Draft("\"Zoë Groß\" <zoë@example.test>", List.of("\"Jörg Weiß\" <jörg@example.test>"), List.of("用户@example.test", "ben@example.test"),
				List.of("änne@example.test"), "s", "t", List.of());
		assertEquals(draft, read(freeze(draft)));
	}

	@Test
	void givesBackHiddenRecipientsWhereNobodyIsNamed() throws Exception {
		Draft draft = new Draft("anna@example.test", List.of(), List.of(), List.of("a@example.test", "b@example.test"), "s", "t", List.of());
		assertEquals(draft, read(freeze(draft)));
	}

	@Test
	void givesBackAttachmentsWithTheirNamesAndBytes() throws Exception {
		byte[] bytes = new byte[200_000];
		new java.util.Random(7).nextBytes(bytes);
		Path one = Files.write(folder.resolve("Übergabe Prüfprotokoll.pdf"), bytes);
		Path two = Files.write(Files.createDirectory(folder.resolve("other")).resolve("Übergabe Prüfprotokoll.pdf"), new byte[] { 1, 2 });
		Draft draft = read(freeze(new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), "s", "t", List.of(one, two))));
		assertEquals(List.of("Übergabe Prüfprotokoll.pdf", "Übergabe Prüfprotokoll.pdf"),
				draft.attachments().stream().map(f -> f.getFileName().toString()).toList());
		assertArrayEquals(bytes, Files.readAllBytes(draft.attachments().get(0)));
		assertArrayEquals(new byte[] { 1, 2 }, Files.readAllBytes(draft.attachments().get(1)));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(draft.attachments().get(0))));
		assertFalse(Files.exists(parts.resolve("mail.eml")), "the copy of the mail is gone");
	}

	@Test
	void freezesAgainToTheSameText() throws Exception {
		Path file = Files.writeString(folder.resolve("Vertrag.txt"), "Inhalt");
		Draft once = read(freeze(new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), "s", "a\n\n", List.of(file))));
		OutgoingMessage again = composer.freeze(once, folder.resolve("again"), null);
		Draft twice = reader.read(again, Files.createDirectory(folder.resolve("twice")), null);
		assertEquals(once.text(), twice.text());
		assertEquals("Inhalt", Files.readString(twice.attachments().get(0)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: text/html; charset=utf-8\r\n\r\n<p>x</p>\r\n",
			"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: text/html\r\n\r\nx\r\n--b--\r\n",
			"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/related; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n--b--\r\n",
			"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <1>\r\n\r\nx\r\n--b--\r\n",
			"Reply-To: office@example.test\r\nContent-Type: text/plain\r\n\r\nx\r\n", "X-File-Number: 4711\r\nContent-Type: text/plain\r\n\r\nx\r\n",
			"Content-Type: text/plain; charset=klingon\r\n\r\nx\r\n" })
	void refusesWhatEditingWouldLose(String rest) throws Exception {
		ProblemException refused = assertThrows(ProblemException.class, () -> read(complete(HEAD + rest)));
		assertEquals("message.not-editable", refused.problem().id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../escape.txt", "C:\\\\Windows\\\\win.ini", "CON", "..", "" })
	void neverWritesAnAttachmentOutsideItsFolder(String name) throws Exception {
		Draft draft = read(complete(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: application/pdf\r\n"
				+ "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\nx\r\n--b--\r\n"));
		assertEquals(parts.resolve("1"), draft.attachments().get(0).normalize().getParent());
	}

	@Test
	void endsWhenItIsCancelled() throws Exception {
		OutgoingMessage message = freeze(new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), "s", "t", List.of()));
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		ProblemException cancelled = assertThrows(ProblemException.class, () -> reader.read(message, parts, monitor));
		assertEquals(ProblemKind.CANCELLED, cancelled.problem().kind());
	}

	private Draft read(OutgoingMessage message) throws ProblemException {
		return reader.read(message, parts, null);
	}

	private OutgoingMessage freeze(Draft draft) throws ProblemException {
		return composer.freeze(draft, folder.resolve("frozen"), null);
	}

	private OutgoingMessage complete(String text) throws ProblemException {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		return composer.freeze(() -> new ByteArrayInputStream(bytes), new Envelope("anna@example.test", List.of("ben@example.test")), folder.resolve("frozen"), null);
	}
}

package org.postkontor.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class CompleteMessageTest {
	private static final String HEADER = "From: a@example.test\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n";

	@TempDir
	Path folder;

	private final StreamingMessageComposer composer = new StreamingMessageComposer(
			Clock.fixed(Instant.parse("2026-11-02T08:00:00.5Z"), ZoneOffset.UTC));

	@Test
	void case62NormalisesBareLineEnds() throws Exception {
		assertTrue(frozen("From: a@example.test\nSubject: x\n\none\rtwo\nthree\r\n.\nfour").endsWith("\r\n\r\none\r\ntwo\r\nthree\r\n.\r\nfour\r\n"));
	}

	@Test
	void keepsEmptyLinesOfEveryKind() throws Exception {
		assertTrue(frozen(HEADER + "\r\na\r\r\rb\n\nc\r\n\r\nd").endsWith("\r\n\r\na\r\n\r\n\r\nb\r\n\r\nc\r\n\r\nd\r\n"));
	}

	@Test
	void addsMissingMessageIdAndDate() throws Exception {
		OutgoingMessage message = freeze(HEADER + "\r\nbody\r\n");
		String text = Files.readString(target());
		assertTrue(text.contains("\r\nMessage-ID: " + message.messageId() + "\r\n"));
		assertTrue(text.contains("\r\nDate: Mon, 2 Nov 2026 08:00:00 +0000\r\n"));
		assertEquals("Grüße", message.subject());
	}

	@Test
	void keepsMessageIdAndDateThatAreThere() throws Exception {
		OutgoingMessage message = freeze(HEADER + "Message-ID: <x.1@example.test>\r\nDate: Sun, 1 Nov 2026 10:00:00 +0100\r\n\r\nbody\r\n");
		assertEquals("<x.1@example.test>", message.messageId());
		assertEquals(Instant.parse("2026-11-01T09:00:00Z"), message.date());
	}

	@Test
	void replacesAMessageIdThatNobodyCouldFind() throws Exception {
		OutgoingMessage message = freeze(HEADER + "Message-ID: broken id\r\n\r\nbody\r\n");
		assertFalse(Files.readString(target()).contains("broken"));
		assertTrue(message.messageId().endsWith("@example.test>"));
	}

	@Test
	void takesFoldedBccOutOfTheHeaderOnly() throws Exception {
		String text = frozen(HEADER + "Bcc: secret1@example.test,\r\n secret2@example.test\r\nbcc : secret3@example.test\r\nX-After: yes\r\n\r\nBcc: part of the text\r\n");
		assertFalse(text.contains("secret"));
		assertTrue(text.contains("X-After: yes") && text.endsWith("\r\n\r\nBcc: part of the text\r\n"));
	}

	@Test
	void case62FoldsLongHeaderLinesAtBlanks() throws Exception {
		String text = frozen(HEADER + "References: " + "<0123456789@example.test> ".repeat(100) + "\r\n\r\nbody\r\n");
		ComposingTest.assertShortCrlfLines(text.getBytes(StandardCharsets.US_ASCII));
		assertEquals(100, text.split("<0123456789@example.test>", -1).length - 1);
	}

	@Test
	void case62RefusesALongWordInTheHeader() {
		assertRefused("message.long-line", HEADER + "X: " + "y".repeat(2000) + "\r\n\r\nbody\r\n");
	}

	@Test
	void case62RefusesALongLineInTheBody() {
		assertRefused("message.long-line", HEADER + "\r\n" + "y".repeat(999) + "\r\n");
	}

	@Test
	void acceptsTheLongestLineAllowed() throws Exception {
		assertTrue(frozen(HEADER + "\r\n" + "y".repeat(998) + "\r\n").endsWith("y".repeat(998) + "\r\n"));
	}

	@Test
	void case62RefusesNul() {
		assertRefused("message.nul", HEADER + "\r\nbo\0dy\r\n");
	}

	@Test
	void refusesAMailWithoutSender() {
		assertRefused("message.no-from", "Subject: x\r\n\r\nbody\r\n");
	}

	@Test
	void case62RefusesALineWithoutFieldName() {
		assertRefused("message.malformed-header", HEADER + "no field at all\r\n\r\nbody\r\n");
	}

	@Test
	void case62RefusesAHugeHeader() {
		assertRefused("message.header-size", HEADER + "X: y\r\n".repeat(200_000) + "\r\nbody\r\n");
	}

	@Test
	void case62RefusesLineBreaksInTheEnvelope() {
		ProblemException refused = assertThrows(ProblemException.class, () -> composer.freeze(() -> new ByteArrayInputStream(new byte[0]),
				new Envelope("a@example.test", List.of("b@example.test\r\nRCPT TO:<c@example.test>")), target(), null));
		assertEquals(ProblemKind.INPUT, refused.problem().kind());
	}

	@Test
	void acceptsNothingWhenTheSourceBreaksOff() {
		ProblemException refused = assertThrows(ProblemException.class, () -> composer.freeze(() -> {
			throw new IOException("gone");
		}, envelope(), target(), null));
		assertEquals("message.unreadable", refused.problem().id());
		assertFalse(Files.exists(target()));
	}

	private void assertRefused(String id, String message) {
		ProblemException refused = assertThrows(ProblemException.class, () -> freeze(message));
		assertEquals(id, refused.problem().id());
		assertEquals(ProblemKind.MESSAGE, refused.problem().kind());
		assertFalse(Files.exists(target()));
	}

	private String frozen(String message) throws Exception {
		freeze(message);
		return Files.readString(target(), StandardCharsets.ISO_8859_1);
	}

	private OutgoingMessage freeze(String message) throws ProblemException {
		return composer.freeze(() -> new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)), envelope(), target(), null);
	}

	private static Envelope envelope() {
		return new Envelope("a@example.test", List.of("b@example.test"));
	}

	private Path target() {
		return folder.resolve("frozen.eml");
	}
}

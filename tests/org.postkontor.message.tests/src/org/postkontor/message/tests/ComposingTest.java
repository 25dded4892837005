package org.postkontor.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

class ComposingTest {
	private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

	@TempDir
	Path folder;

	private final StreamingMessageComposer composer = new StreamingMessageComposer(Clock.fixed(NOW, ZoneOffset.ofHours(1)));

	@Test
	void describesTheBytesItWrote() throws Exception {
		OutgoingMessage message = compose(draft("Hello", "text"));
		byte[] bytes = bytes(message);
		assertEquals(bytes.length, message.size());
		assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), message.sha256());
	}

	@Test
	void takesTheDateFromTheClockInItsZone() throws Exception {
		OutgoingMessage message = compose(draft("Hello", "text"));
		assertEquals(NOW, message.date());
		assertTrue(text(message).contains("Date: Mon, 2 Nov 2026 09:00:00 +0100\r\n"));
	}

	@Test
	void makesMessageIdsInTheSendersDomainThatDiffer() throws Exception {
		String first = compose(draft("a", "b")).messageId();
		String second = new StreamingMessageComposer(Clock.systemUTC()).freeze(draft("a", "b"), folder.resolve("second"), null).messageId();
		assertTrue(first.matches("<[0-9a-f]{32}@example\\.test>"), first);
		assertFalse(first.equals(second));
	}

	@Test
	void keepsBccOutOfTheBytesAndInTheEnvelope() throws Exception {
		OutgoingMessage message = compose(new Draft("anna@example.test", List.of("ben@example.test"), List.of("cara@example.test", "ben@example.test"),
				List.of("secret@example.test"), "s", "t", List.of()));
		assertEquals(List.of("ben@example.test", "cara@example.test", "secret@example.test"), message.envelope().recipients());
		assertFalse(text(message).contains("secret"));
	}

	@Test
	void sendsToHiddenRecipientsOnly() throws Exception {
		OutgoingMessage message = compose(
				new Draft("anna@example.test", List.of(), List.of(), List.of("secret@example.test"), "s", "t", List.of()));
		assertTrue(text(message).contains("To: undisclosed-recipients:;\r\n"));
	}

	@Test
	void encodesUmlautsInNamesAndSubject() throws Exception {
		OutgoingMessage message = compose(new Draft("Änne Müller <anna@example.test>", List.of("\"Groß, Ben\" <ben@example.test>"), List.of(),
				List.of(), "Grüße aus Köln – " + "ÄÖÜ ".repeat(60).strip(), "t", List.of()));
		assertTrue(text(message).chars().allMatch(c -> c < 128));
		MimeMessage read = read(message);
		assertEquals("Änne Müller", ((InternetAddress) read.getFrom()[0]).getPersonal());
		assertEquals("Groß, Ben", ((InternetAddress) read.getAllRecipients()[0]).getPersonal());
		assertEquals("Grüße aus Köln – " + "ÄÖÜ ".repeat(60).strip(), read.getSubject());
	}

	@Test
	void keepsASubjectThatLooksEncodedAsTyped() throws Exception {
		assertEquals("=?UTF-8?B?QUJD?= literally", read(compose(draft("=?UTF-8?B?QUJD?= literally", "t"))).getSubject());
	}

	@Test
	void writesInternationalDomainsAsALabels() throws Exception {
		OutgoingMessage message = compose(new Draft("anna@müller.example", List.of("Ben <ben@KÖLN.example>"), List.of(), List.of(), "s", "t", List.of()));
		assertEquals("anna@xn--mller-kva.example", message.envelope().sender());
		assertEquals(List.of("ben@xn--kln-sna.example"), message.envelope().recipients());
		assertTrue(message.messageId().endsWith("@xn--mller-kva.example>"));
	}

	@Test
	void endsEveryLineWithCrlfAndKeepsLinesShort() throws Exception {
		OutgoingMessage message = compose(new Draft("anna@example.test", IntStream.range(0, 300).mapToObj(i -> "r" + i + "@example.test").toList(),
				List.of(), List.of(), "x".repeat(3000), "unix\nmac\rwin\r\n" + "y".repeat(5000) + "\n.\n..\nFrom here", List.of(file("a.bin", 5000))));
		assertShortCrlfLines(bytes(message));
		String sent = read(message, 0);
		assertEquals("unix\r\nmac\r\nwin\r\n" + "y".repeat(5000) + "\r\n.\r\n..\r\nFrom here\r\n", sent);
	}

	@Test
	void keepsTheBytesOfAttachmentsAndTheirNames() throws Exception {
		Path odd = file("Übersicht; \"Köln\" 2026 – ein sehr langer Name der über eine Zeile hinausgeht.pdf", 100_001);
		OutgoingMessage message = compose(new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), "s", "t", List.of(odd)));
		assertShortCrlfLines(bytes(message));
		MimeMessage read = read(message);
		BodyPart part = new MimeMultipart(read.getDataHandler().getDataSource()).getBodyPart(1);
		assertEquals(odd.getFileName().toString(), part.getFileName());
		assertTrue(Arrays.equals(Files.readAllBytes(odd), part.getInputStream().readAllBytes()));
		assertEquals("application/pdf", part.getContentType());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hi\r\nBcc: evil@example.test", "Hi\nX: y", "Hi\rX: y", "Hi\0" })
	void case62RefusesLineBreaksInTheSubject(String subject) {
		ProblemException refused = assertThrows(ProblemException.class, () -> compose(draft(subject, "t")));
		assertEquals("message.header-injection", refused.problem().id());
		assertFalse(Files.exists(target()));
	}

	@Test
	void case62RefusesLineBreaksInAnAddress() {
		ProblemException refused = assertThrows(ProblemException.class, () -> compose(new Draft("anna@example.test",
				List.of("ben@example.test>\r\nBcc: <evil@example.test"), List.of(), List.of(), "s", "t", List.of())));
		assertEquals("message.header-injection", refused.problem().id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ben", "ben@", "@example.test", "ben@exa mple.test", "ben@ex..test", "ben@example.test> SIZE=1", "group: a@example.test;",
			"jö\u202Erg@example.test", "jö\u3000rg@example.test", "jö\u0085rg@example.test", "jö\uD800rg@example.test", "jö\u037Erg@example.test" })
	void case62RefusesWhatIsNoAddress(String address) {
		ProblemException refused = assertThrows(ProblemException.class,
				() -> compose(new Draft("anna@example.test", List.of(address), List.of(), List.of(), "s", "t", List.of())));
		assertEquals(ProblemKind.INPUT, refused.problem().kind());
	}

	@Test
	void refusesAMailWithoutRecipients() {
		ProblemException refused = assertThrows(ProblemException.class,
				() -> compose(new Draft("anna@example.test", List.of(), List.of(), List.of(), "s", "t", List.of())));
		assertEquals("message.no-recipient", refused.problem().id());
	}

	@Test
	void leavesNoFileBehindWhenAnAttachmentIsMissing() {
		ProblemException refused = assertThrows(ProblemException.class, () -> compose(new Draft("anna@example.test", List.of("ben@example.test"),
				List.of(), List.of(), "s", "t", List.of(folder.resolve("missing.pdf")))));
		assertEquals("message.attachment", refused.problem().id());
		assertFalse(Files.exists(target()));
	}

	@Test
	void leavesNoFileBehindWhenItIsCancelledInAnAttachment() throws Exception {
		Path large = file("large.bin", 1 << 20);
		NullProgressMonitor monitor = new NullProgressMonitor() {
			private int asked;

			@Override
			public boolean isCanceled() {
				return ++asked > 5;
			}
		};
		ProblemException refused = assertThrows(ProblemException.class, () -> composer.freeze(
				new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), "s", "t", List.of(large)), target(), monitor));
		assertEquals(ProblemKind.CANCELLED, refused.problem().kind());
		assertFalse(Files.exists(target()));
	}

	@Test
	void doesNotTouchAFileThatExists() throws Exception {
		Files.writeString(target(), "precious");
		ProblemException refused = assertThrows(ProblemException.class, () -> compose(draft("s", "t")));
		assertEquals(ProblemKind.STORAGE, refused.problem().kind());
		assertEquals("precious", Files.readString(target()));
	}

	@Test
	void letsOnlyTheOwnerReadTheFile() throws Exception {
		compose(draft("s", "t"));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target())));
	}

	static void assertShortCrlfLines(byte[] bytes) {
		String all = new String(bytes, StandardCharsets.ISO_8859_1);
		assertTrue(all.endsWith("\r\n"));
		for (String line : all.split("\r\n")) {
			assertTrue(line.length() <= 998, () -> "long: " + line.substring(0, 50));
			assertFalse(line.contains("\r") || line.contains("\n"), line);
		}
	}

	private static Draft draft(String subject, String text) {
		return new Draft("Anna Muster <anna@example.test>", List.of("ben@example.test"), List.of(), List.of(), subject, text, List.of());
	}

	private OutgoingMessage compose(Draft draft) throws ProblemException {
		return composer.freeze(draft, target(), null);
	}

	private Path target() {
		return folder.resolve("frozen.eml");
	}

	private Path file(String name, int size) throws IOException {
		byte[] bytes = new byte[size];
		new java.util.Random(7).nextBytes(bytes);
		return Files.write(folder.resolve(name), bytes);
	}

	private static byte[] bytes(OutgoingMessage message) throws IOException {
		try (var in = message.content().open()) {
			return in.readAllBytes();
		}
	}

	private static String text(OutgoingMessage message) throws IOException {
		return new String(bytes(message), StandardCharsets.ISO_8859_1);
	}

	private static MimeMessage read(OutgoingMessage message) throws Exception {
		try (var in = message.content().open()) {
			return new MimeMessage(null, in);
		}
	}

	private static String read(OutgoingMessage message, int part) throws Exception {
		BodyPart body = new MimeMultipart(read(message).getDataHandler().getDataSource()).getBodyPart(part);
		return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}
}

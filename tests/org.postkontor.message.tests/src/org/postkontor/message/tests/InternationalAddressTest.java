package org.postkontor.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.message.AddressedContent;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.problem.ProblemException;

/** Local parts that are not ASCII (RFC 6531, RFC 6532). */
class InternationalAddressTest {
	private static final String ANNA = "anna@example.test";
	private static final String JOERG = "jörg@example.test";

	@TempDir
	Path folder;

	private final StreamingMessageComposer composer = new StreamingMessageComposer(Clock.systemUTC());

	private OutgoingMessage freeze(String from, List<String> to, List<String> bcc) throws ProblemException {
		return composer.freeze(new Draft(from, to, List.of(), bcc, "Grüße", "t", List.of()), target(), null);
	}

	private OutgoingMessage freeze(String to) throws ProblemException {
		return freeze(ANNA, List.of(to), List.of());
	}

	private Path target() {
		return folder.resolve("frozen.eml");
	}

	private String header() throws Exception {
		return Files.readString(target()).split("\r\n\r\n", 2)[0];
	}

	@Test
	void theLocalPartStaysAndTheDomainBecomesAnALabel() throws Exception {
		assertEquals(List.of("用户@xn--kln-sna.example"), freeze("用户@KÖLN.example").envelope().recipients());
		assertTrue(header().contains("\r\nTo: 用户@xn--kln-sna.example\r\n"), header());
	}

	@Test
	void nothingButTheAddressIsRawInTheHeader() throws Exception {
		freeze("\"Jörg Groß\" <" + JOERG + ">");
		assertTrue(header().contains("\r\nTo: =?UTF-8?B?SsO2cmcgR3Jvw58=?= <" + JOERG + ">\r\n"), header());
		assertTrue(header().replace(JOERG, "").chars().allMatch(c -> c < 128), header());
	}

	@Test
	void theEnvelopeTellsWhetherTheMailNeedsSmtpUtf8() {
		assertTrue(new Envelope(ANNA, List.of("ben@example.test", JOERG)).needsSmtpUtf8());
		assertTrue(new Envelope(JOERG, List.of(ANNA)).needsSmtpUtf8());
		assertFalse(new Envelope(ANNA, List.of("info@xn--bro-hoa.example")).needsSmtpUtf8());
	}

	@Test
	void theSenderMayHaveOneAndTheMessageIdIsAscii() throws Exception {
		OutgoingMessage message = freeze("Jörg <" + JOERG + ">", List.of(ANNA), List.of());
		assertEquals(JOERG, message.envelope().sender());
		assertTrue(message.messageId().matches("<[0-9a-f]+@example\\.test>"), message.messageId());
	}

	@Test
	void aHiddenRecipientLeavesTheHeaderAscii() throws Exception {
		assertTrue(freeze(ANNA, List.of(), List.of(JOERG)).envelope().needsSmtpUtf8());
		assertTrue(header().chars().allMatch(c -> c < 128), header());
	}

	@Test
	void twoWaysToWriteALetterAreOneAddress() throws Exception {
		String decomposed = Normalizer.normalize(JOERG, Normalizer.Form.NFD);
		assertEquals(List.of(JOERG), freeze(ANNA, List.of(decomposed, JOERG), List.of()).envelope().recipients());
		assertFalse(header().contains(decomposed), header());
	}

	@Test
	void bytesCountForTheLengthOfAnAddress() throws Exception {
		assertEquals(1, freeze("用".repeat(80) + "@example.test").envelope().recipients().size());
		assertEquals("message.address", assertThrows(ProblemException.class, () -> freeze("用".repeat(81) + "@example.test")).problem().id());
	}

	@Test
	void linesStayShortInBytes() throws Exception {
		freeze(ANNA, IntStream.range(100, 400).mapToObj(i -> "\"" + "ß".repeat(150) + "\" <" + "用".repeat(75) + i + "@example.test>").toList(), List.of());
		ComposingTest.assertShortCrlfLines(Files.readAllBytes(target()));
	}

	@Test
	void aCompleteMailKeepsItsRawHeader() throws Exception {
		byte[] mail = ("From: " + ANNA + "\r\nTo: " + JOERG + "\r\nMessage-ID: <x@example.test>\r\nDate: Sun, 1 Nov 2026 10:00:00 +0100\r\n\r\nbody\r\n")
				.getBytes(StandardCharsets.UTF_8);
		OutgoingMessage message = composer.freeze(() -> new ByteArrayInputStream(mail),
				new Envelope(ANNA, List.of(Normalizer.normalize(JOERG, Normalizer.Form.NFD))), target(), null);
		assertEquals(List.of(JOERG), message.envelope().recipients());
		assertEquals(new String(mail, StandardCharsets.UTF_8), Files.readString(target()));
	}

	@Test
	void aProtocolWithoutEnvelopeFindsTheAddressInTheHeader() throws Exception {
		OutgoingMessage message = freeze(ANNA, List.of(JOERG, "ben@example.test"), List.of());
		AddressedContent whole = AddressedContent.of(message, message.envelope().recipients());
		assertEquals(List.of(), whole.blind());
		assertEquals(List.of(), whole.rebuilt());
		assertTrue(new String(AddressedContent.of(message, List.of(JOERG)).header(), StandardCharsets.UTF_8).contains("To: " + JOERG + "\r\n"));
	}

	@Test
	void aProtocolWithoutEnvelopeNamesAHiddenAddressInUtf8() throws Exception {
		AddressedContent content = AddressedContent.of(freeze(ANNA, List.of(), List.of(JOERG)), List.of(JOERG)).withBcc();
		assertTrue(new String(content.header(), StandardCharsets.UTF_8).startsWith("Bcc: " + JOERG + "\r\n"));
	}
}

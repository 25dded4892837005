package org.postkontor.message.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.postkontor.message.AddressedContent;
import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;

class AddressedContentTest {
	private static final String BEN = "ben@example.test";
	private static final String CARL = "carl@example.test";
	private static final String DORA = "dora@example.test";
	private static final String BODY = "\r\nTo: not a header\r\n.\r\nlast line without end";

	private static OutgoingMessage mail(String text, String... recipients) {
		byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		return new OutgoingMessage("<id@example.test>", Instant.EPOCH, "s", new Envelope("anna@example.test", List.of(recipients)), bytes.length, "",
				() -> new ByteArrayInputStream(bytes));
	}

	private static String text(AddressedContent content) throws IOException {
		try (InputStream in = content.open()) {
			byte[] bytes = in.readAllBytes();
			assertEquals(bytes.length, content.size());
			return new String(bytes, StandardCharsets.ISO_8859_1);
		}
	}

	private static AddressedContent addressed(String header, String... recipients) throws IOException {
		return AddressedContent.of(mail(header + BODY, recipients), List.of(recipients));
	}

	@Test
	void aMailWhoseLinesFitIsNotChangedByAByte() throws Exception {
		String header = "Message-ID: <id@example.test>\r\nto:  Ben =?utf-8?q?M=C3=BCller?=\r\n <Ben@Example.test>\r\nCC: " + CARL + "\r\nSubject: x\r\n";
		AddressedContent content = addressed(header, BEN, CARL);
		assertEquals(header + BODY, text(content.withBcc()));
		assertEquals(List.of(), content.rebuilt());
		assertEquals(List.of(), content.blind());
	}

	@Test
	void whoIsNotNamedGetsABccLineAndTheRestStaysAsItIs() throws Exception {
		String header = "Message-ID: <id@example.test>\r\nTo: " + BEN + "\r\n";
		AddressedContent content = addressed(header, DORA, BEN, CARL).withBcc();
		assertEquals("Bcc: " + DORA + ",\r\n\t" + CARL + "\r\n" + header + BODY, text(content));
		assertEquals(List.of("Bcc"), content.rebuilt());
		assertEquals(List.of(DORA, CARL), content.blind());
	}

	@Test
	void whoShallNotGetItIsTakenOutOfTheLinesAndNamesStay() throws Exception {
		String header = "Subject: x\r\nTo: =?utf-8?q?M=C3=BCller=2C_Ben?= <ben@example.test>,\r\n \"Carl, C.\" <carl@example.test>\r\nCc: dora@example.test\r\nX-Last: y\r\n";
		AddressedContent content = addressed(header, CARL);
		assertEquals("Subject: x\r\nTo: \"Carl, C.\" <carl@example.test>\r\nX-Last: y\r\n" + BODY, text(content));
		assertEquals(List.of("To", "Cc"), content.rebuilt());
		assertEquals(List.of(), content.blind());
	}

	@Test
	void aBccLineOfTheFrozenMailNeverGoesOut() throws Exception {
		AddressedContent content = addressed("Bcc: secret@example.test\r\nTo: " + BEN + "\r\n", BEN);
		assertEquals("To: " + BEN + "\r\n" + BODY, text(content));
		assertEquals(List.of("Bcc"), content.rebuilt());
	}

	@Test
	void membersOfAGroupAreKeptOneByOne() throws Exception {
		AddressedContent content = addressed("To: Team: ben@example.test, carl@example.test;\r\n", BEN);
		assertEquals("To: " + BEN + "\r\n" + BODY, text(content));
		assertEquals("To: undisclosed-recipients:;\r\n" + BODY, text(addressed("To: undisclosed-recipients:;\r\n", BEN)));
	}

	@Test
	void whatAnotherReaderCouldTakeForAnAddressIsTakenOut() throws Exception {
		AddressedContent content = addressed("To: ben@example.test (see carl@example.test)\r\n", BEN);
		assertEquals("To: \"see carl@example.test\" <ben@example.test>\r\n" + BODY, text(content), "a comment becomes a name");
		assertEquals(List.of("To"), content.rebuilt());
		assertEquals(List.of(), addressed("To: \"carl@example.test\" <ben@example.test>\r\n", BEN).rebuilt(), "a name is no address");
	}

	@Test
	void domainsAreTheSameInBothOfTheirForms() throws Exception {
		AddressedContent content = AddressedContent.of(mail("To: ben@xn--mller-kva.test\r\n" + BODY), List.of("ben@müller.test"));
		assertEquals(List.of(), content.blind());
	}

	@Test
	void aHeaderWithoutABodyIsAWholeMail() throws Exception {
		AddressedContent content = AddressedContent.of(mail("To: " + BEN), List.of(CARL)).withBcc();
		assertEquals("Bcc: " + CARL + "\r\n", text(content));
	}

	@Test
	void theBodyIsStreamedFromTheFrozenBytesAndTheStreamIsClosed() throws Exception {
		boolean[] closed = { false };
		byte[] bytes = ("To: " + BEN + "\r\n" + BODY).getBytes(StandardCharsets.US_ASCII);
		OutgoingMessage message = new OutgoingMessage("<id@example.test>", Instant.EPOCH, "s", new Envelope("a@example.test", List.of(BEN)), bytes.length, "",
				() -> new ByteArrayInputStream(bytes) {
					@Override
					public void close() {
						closed[0] = true;
					}
				});
		AddressedContent content = AddressedContent.of(message, List.of(BEN));
		assertTrue(closed[0]);
		closed[0] = false;
		try (InputStream in = content.open()) {
			assertArrayEquals(bytes, in.readAllBytes());
			assertFalse(in.read() >= 0);
		}
		assertTrue(closed[0]);
	}

	@Test
	void anEndlessHeaderIsRefused() {
		assertThrows(IOException.class, () -> AddressedContent.of(mail("X: " + "x".repeat(2 << 20)), List.of(BEN)));
	}
}

package org.postkontor.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.postkontor.message.ReceivedHeaders;
import org.postkontor.message.internal.TolerantMessageReader;

class ReadingTest {
	private final TolerantMessageReader reader = new TolerantMessageReader();

	@Test
	void decodesHeaders() throws Exception {
		ReceivedHeaders headers = headers("Message-ID: <1@x.test>\r\nFrom: =?UTF-8?Q?J=C3=BCrgen?= <j@x.test>\r\nTo: b@x.test\r\n"
				+ "Subject: =?ISO-8859-1?Q?Gr=FC=DFe?=\r\n aus Bonn\r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\n\r\nSubject: body\r\n");
		assertEquals(new ReceivedHeaders("<1@x.test>", "Jürgen <j@x.test>", "b@x.test", "Grüße aus Bonn",
				Optional.of(Instant.parse("2026-11-02T08:00:00Z"))), headers);
	}

	@Test
	void understandsRawUtf8() throws Exception {
		assertEquals("Grüße", reader.headers(new ByteArrayInputStream("Subject: Grüße\r\n\r\n".getBytes(StandardCharsets.UTF_8))).subject());
	}

	@Test
	void removesControlAndDirectionCharacters() throws Exception {
		assertEquals("invoicefdp.exe red", headers("Subject: =?UTF-8?B?" + base64("invoice\u202Efdp.exe\u0007 \u001b\tred\u0000") + "?=\r\n\r\n").subject());
	}

	@Test
	void capsLengths() throws Exception {
		assertTrue(headers("Subject: " + "x".repeat(100_000) + "\r\n\r\n").subject().length() <= 998);
	}

	@Test
	void readsOnlyTheBeginningOfAnEndlessHeader() throws Exception {
		long[] read = new long[1];
		InputStream endless = new InputStream() {
			@Override
			public int read() {
				return read[0]++ % 70 == 0 ? '\n' : 'x';
			}
		};
		assertEquals("", reader.headers(endless).subject());
		assertTrue(read[0] < 1 << 20, "read " + read[0]);
	}

	@Test
	void leavesUnreadableHeadersEmpty() throws Exception {
		assertEquals(new ReceivedHeaders("", "", "", "", Optional.empty()), headers("no header at all"));
		assertEquals("=?no-such-charset?B?QQ==?=", headers("Subject: =?no-such-charset?B?QQ==?=\r\nDate: yesterday\r\n\r\n").subject());
	}

	@Test
	void showsThePlainPartOfAnAlternative() throws Exception {
		assertEquals("plain ä", text("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--b\r\n"
				+ "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nplain =E4\r\n--b--\r\n"));
	}

	@Test
	void showsHtmlAsTextWithoutScripts() throws Exception {
		assertEquals("Hello & welcome\nsecond", text("Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>no</title><style>p{}</style></head>"
				+ "<body><p>Hello &amp; <b>welcome</b><script>alert(1)</script><img src='https://tracker.test/x'></p><p>second</p></body></html>"));
	}

	@Test
	void keepsLineBreaksOfHtml() throws Exception {
		assertEquals("one\ntwo\nthree", text("Content-Type: text/html\r\n\r\n<div>one<br>two</div>\r\n<div>three</div>"));
	}

	@Test
	void doesNotShowAttachments() throws Exception {
		assertEquals("", text("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nsecret file\r\n"));
	}

	@Test
	void cutsAtTheLengthAskedForWithoutBreakingACharacter() throws Exception {
		String text = reader.text(new ByteArrayInputStream("Content-Type: text/plain; charset=utf-8\r\n\r\nab😀".getBytes(StandardCharsets.UTF_8)), 3);
		assertEquals("ab", text);
	}

	@Test
	void survivesUnknownCharsetsAndEncodings() throws Exception {
		assertNotNull(text("Content-Type: text/plain; charset=klingon\r\n\r\nhello\r\n"));
		assertNotNull(text("Content-Type: text/plain\r\nContent-Transfer-Encoding: rot13\r\n\r\nhello\r\n"));
		assertNotNull(text("Content-Type: ;;;///\r\n\r\nhello\r\n"));
	}

	@Test
	void survivesDeeplyNestedParts() throws Exception {
		StringBuilder mail = new StringBuilder();
		for (int i = 0; i < 2000; i++) {
			mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
		}
		assertFalse(text(mail + "\r\ninner\r\n").contains("inner"));
	}

	@Test
	void neverFailsOnRandomBytes() throws Exception {
		Random random = new Random(42);
		String[] words = { "Content-Type: ", "multipart/mixed", "; boundary=", "b", "\r\n", "\r\n\r\n", "--b", "=?utf-8?B?", "?=", "base64", "text/html",
				"Content-Transfer-Encoding: ", "\"", "<", "&#", "Date: ", "charset=" };
		for (int round = 0; round < 2000; round++) {
			StringBuilder mail = new StringBuilder();
			for (int i = random.nextInt(40); i >= 0; i--) {
				mail.append(random.nextInt(4) == 0 ? "" + (char) random.nextInt(256) : words[random.nextInt(words.length)]);
			}
			assertNotNull(headers(mail.toString()));
			assertNotNull(text(mail.toString()));
		}
	}

	private ReceivedHeaders headers(String mail) throws IOException {
		return reader.headers(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
	}

	private String text(String mail) throws IOException {
		return reader.text(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)), 10_000).strip();
	}

	private static String base64(String text) {
		return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}
}

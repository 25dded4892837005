package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.transport.internal.smtp.DotStuffing;

/** No line of a mail ends it (RFC 5321, 4.5.2); nothing else is changed. */
class DotStuffingTest {
	private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

	private String stuffed(String... parts) throws IOException {
		DotStuffing out = new DotStuffing(wire);
		for (String part : parts) {
			out.write(part.getBytes(StandardCharsets.ISO_8859_1));
		}
		out.end();
		return wire.toString(StandardCharsets.ISO_8859_1);
	}

	@Test
	void doublesADotAtTheBeginningOfALineOnly() throws Exception {
		assertEquals("..a.b\r\n..\r\n...\r\nc.\r\n\r\n..d\r\n", stuffed(".a.b\r\n.\r\n..\r\nc.\r\n\r\n.d\r\n"));
	}

	@Test
	void knowsTheLineEndThatCameWithTheBytesBefore() throws Exception {
		assertEquals("a\r\n..\r\nb.\r\n", stuffed("a\r", "\n", ".", "\r\nb", ".\r\n"));
	}

	@Test
	void leavesNoDotAloneBehindHalfALineEnd() throws Exception {
		assertEquals("a\n..\nb\r..\rc\r\n", stuffed("a\n.\nb\r.\rc"), "some servers take half of one for a whole");
	}

	@Test
	void endsTheLastLine() throws Exception {
		assertEquals("a\r\n", stuffed("a"));
	}

	@Test
	void addsNothingToNothing() throws Exception {
		assertEquals("", stuffed());
	}

	@Test
	void takesSingleBytes() throws Exception {
		DotStuffing out = new DotStuffing(wire);
		for (byte b : "a\r\n.b\r\n".getBytes(StandardCharsets.US_ASCII)) {
			out.write(b);
		}
		out.end();
		assertEquals("a\r\n..b\r\n", wire.toString(StandardCharsets.US_ASCII));
	}

	@Test
	void keepsBytesOver127() throws Exception {
		assertEquals("\u00ae.\u00ff\r\n..\u00ae\r\n", stuffed("\u00ae.\u00ff\r\n.\u00ae\r\n"));
	}

	@Test
	void passesBlocksWithoutADotOnInOnePiece() throws Exception {
		List<Integer> blocks = new ArrayList<>();
		DotStuffing out = new DotStuffing(new OutputStream() {
			@Override
			public void write(int one) {
				blocks.add(1);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) {
				blocks.add(length);
			}
		});
		byte[] lines = ("QmFzZTY0".repeat(9) + "\r\n").repeat(442).getBytes(StandardCharsets.US_ASCII);
		out.write(lines);
		out.end();
		assertEquals(List.of(lines.length), blocks);
	}

	/** Dots and line ends wherever they can be, in pieces as they can come. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void writesWhatTheLibraryWrites(long seed) throws Exception {
		Random random = new Random(seed);
		for (int round = 0; round < 200; round++) {
			byte[] mail = lines(random).getBytes(StandardCharsets.ISO_8859_1);
			ByteArrayOutputStream expected = new ByteArrayOutputStream();
			SMTPOutputStream library = new SMTPOutputStream(expected);
			ByteArrayOutputStream given = new ByteArrayOutputStream();
			DotStuffing ours = new DotStuffing(given);
			for (int from = 0; from < mail.length;) {
				int length = Math.min(mail.length - from, 1 + random.nextInt(40));
				library.write(mail, from, length);
				ours.write(mail, from, length);
				from += length;
			}
			library.ensureAtBOL();
			ours.end();
			assertEquals(expected.toString(StandardCharsets.ISO_8859_1), given.toString(StandardCharsets.ISO_8859_1));
			assertTrue(given.size() >= mail.length);
		}
	}

	private static String lines(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(60); i > 0; i--) {
			text.append(List.of(".", ".", "a", "QmFzZTY0IQ", "\u00fc", "\r\n", "\r\n", "\r\n.").get(random.nextInt(8)));
		}
		return text.append("\r\n").toString();
	}
}

package org.postkontor.bench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.bench.BodyEnd;

class BodyEndTest {

	private static int end(String data) {
		byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);
		return new BodyEnd().in(bytes, 0, bytes.length);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".\r\n", "a\r\n.\r\n", "a\r\n\r\n.\r\n", "a\r\r\n.\r\n", "..\r\n.\r\n", "a\r\n.b\r\n.\r\n", "a.\r\n.\r\n" })
	void findsTheLineWithASingleDot(String data) {
		assertEquals(data.length(), end(data));
		assertEquals(data.length(), end(data + "MAIL"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "a\r\n", "a\r\n.", "a\r\n.\r", "a\n.\n", "a\r\n..\r\n", "a\r\n.\n", "a.\r\n" })
	void waitsForMore(String data) {
		assertEquals(-1, end(data));
	}

	@Test
	void doesNotMindWhereTheBytesAreCut() {
		byte[] bytes = "x\r\n.y\r\n\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
		for (int cut = 0; cut < bytes.length; cut++) {
			BodyEnd end = new BodyEnd();
			assertEquals(-1, end.in(bytes, 0, cut));
			assertEquals(bytes.length, end.in(bytes, cut, bytes.length), "cut at " + cut);
		}
	}
}

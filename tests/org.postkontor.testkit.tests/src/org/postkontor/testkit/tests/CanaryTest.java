package org.postkontor.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.testkit.Canary;

class CanaryTest {

	private final Canary canary = Canary.create("token");

	@Test
	void isFoundInPlainText() {
		assertEquals(List.of("plain"), canary.findIn("password=" + canary.value() + ";"));
	}

	@Test
	void isFoundUrlEncoded() {
		assertEquals(List.of("url"), canary.findIn(URLEncoder.encode(canary.value(), StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "u", "us", "use", "user=anna@demo.test\1auth=Bearer " })
	void isFoundInBase64BehindAnyPrefix(String prefix) {
		byte[] bytes = (prefix + canary.value() + "\1\1").getBytes(StandardCharsets.UTF_8);
		assertFalse(canary.findIn("AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(bytes)).isEmpty());
		assertFalse(canary.findIn(Base64.getUrlEncoder().encodeToString(bytes)).isEmpty());
	}

	@Test
	void isNotFoundWhereItIsNot() {
		assertEquals(List.of(), canary.findIn(Canary.create("token").value()));
	}
}

package org.postkontor.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.postkontor.account.tests.Samples.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.ProblemKind;

class MailAddressTest {
	@Test
	void dropsBlanksAroundAndTheScheme() throws Exception {
		assertEquals(new MailAddress("anna", "example.test"), MailAddress.parse(" \tmailto:anna@Example.TEST\n"));
	}

	@Test
	void showsAnInternationalDomainAndSpeaksAsciiToServers() throws Exception {
		MailAddress address = MailAddress.parse("info@BÜCHER.example");
		assertEquals("info@bücher.example", address.toString());
		assertEquals("xn--bcher-kva.example", address.asciiDomain());
		assertEquals("info@xn--bcher-kva.example", address.ascii());
		assertEquals(address, MailAddress.parse("info@xn--bcher-kva.example"));
	}

	@Test
	void keepsAnInternationalLocalPart() throws Exception {
		assertEquals("jürgen", MailAddress.parse("jürgen@example.test").local());
		assertEquals("用户@example.org", MailAddress.parse("用户@example.org").ascii());
	}

	@Test
	void takesTwoWaysToWriteALetterForOne() throws Exception {
		assertEquals(MailAddress.parse("jürgen@example.test"), MailAddress.parse("ju\u0308rgen@example.test"));
	}

	@ParameterizedTest
	@CsvSource({ "anna, address.no-domain", "anna@, address.no-domain", "@example.test, address.no-domain", "'', address.no-domain",
			"an na@example.test, address.characters", "anna@exam ple.test, address.characters", "Anna <anna@example.test>, address.characters",
			"'anna@example.test,otto@example.test', address.characters", "a@b@example.test, address.characters", "anna@localhost, address.domain",
			"anna@example..test, address.domain", "anna@-example.test, address.domain", "anna@exa_mple.test, address.domain" })
	void refusesWhatCannotBeAnAddress(String text, String id) {
		assertEquals(id, problem(() -> MailAddress.parse(text)).id());
		assertEquals(ProblemKind.INPUT, problem(() -> MailAddress.parse(text)).kind());
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna@example.test\r\nBcc: x@example.test", "an\u0000na@example.test" })
	void refusesControlCharacters(String text) {
		assertEquals("address.characters", problem(() -> MailAddress.parse(text)).id());
	}
}

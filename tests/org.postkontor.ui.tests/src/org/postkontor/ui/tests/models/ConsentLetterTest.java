package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.auth.guide.Guides.Right;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.ui.internal.consent.ConsentLetter;
import org.postkontor.ui.tests.fakes.Samples;

/** The letter to the administrator. */
class ConsentLetterTest {
	private static final URI PAGE = URI.create("https://login.kanzlei.test/adminconsent?client_id=buero&scope=a%20b");

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void holdsRightsReasonsAndLink(String language) {
		String body = letter(Locale.of(language), "So that it sends").body();
		assertTrue(body.contains("SMTP.Send") && body.contains("So that it sends") && body.contains(PAGE.toString()) && body.contains("kanzlei.test"), body);
		assertFalse(body.contains("{"), body);
	}

	@Test
	void isInTheLanguageOfTheAdministratorWhateverTheWindowSpeaks() {
		assertTrue(letter(Locale.GERMAN, "").body().startsWith("Guten Tag"));
		assertTrue(letter(Locale.ENGLISH, "").body().startsWith("Hello"));
	}

	@Test
	void fillsTheMailProgramWithTheWholeLink() {
		ConsentLetter letter = letter(Locale.GERMAN, "");
		String query = letter.mailto().toString();
		assertTrue(query.startsWith("mailto:?subject=") && !query.contains("+"));
		assertEquals(letter.body(), URLDecoder.decode(query.substring(query.indexOf("&body=") + 6), StandardCharsets.UTF_8).replace("\r\n", "\n"));
	}

	@Test
	void leavesTheTextToTheClipboardWhereItIsTooLongForALink() {
		assertFalse(letter(Locale.GERMAN, "x".repeat(3_000)).mailto().toString().contains("&body="));
	}

	private static ConsentLetter letter(Locale locale, String reason) {
		return new ConsentLetter(new AdminConsent.Link(PAGE, List.of("SMTP.Send"), "kanzlei.test"), List.of(new Right("SMTP.Send", "Send", reason)),
				Samples.address("anna.berg@kanzlei.test"), locale);
	}
}

package org.postkontor.problem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueProblemTexts;
import org.postkontor.problem.internal.MoreTexts;

class CatalogueProblemTextsTest {
	private final ProblemTexts texts = new CatalogueProblemTexts(MoreTexts.NONE);

	private static Problem problem(String id) {
		return Problem.of(id, ProblemKind.NETWORK, Fixer.OFFICE_IT, Remedy.SIGN_IN);
	}

	@Test
	void speaksGermanAndEnglish() {
		Problem problem = problem("net.unknown-host").with("host", "mail.example.test");
		assertEquals("Der Server mail.example.test wurde nicht gefunden", texts.title(problem, Locale.GERMANY));
		assertEquals("The server mail.example.test was not found", texts.title(problem, Locale.UK));
		assertEquals("Anmelden", texts.action(problem, Locale.GERMAN));
		assertEquals("die IT des Büros", texts.fixer(problem, Locale.GERMAN));
	}

	@Test
	void otherLanguagesGetEnglish() {
		assertEquals("Sign in", texts.action(problem("x"), Locale.FRENCH));
	}

	@Test
	void anUnknownIdGetsAGeneralTextWithTheId() {
		assertTrue(texts.title(problem("example.odd"), Locale.GERMAN).contains("example.odd"));
		assertFalse(texts.explanation(problem("example.odd"), Locale.GERMAN).isBlank());
	}

	@Test
	void aMissingValueIsShownAsSuch() {
		assertEquals("The server ? was not found", texts.title(problem("net.unknown-host"), Locale.ENGLISH));
	}

	@Test
	void valuesOfServersAreMadeHarmless() {
		String title = texts.title(problem("net.unknown-host").with("host", "a\r\nb$1\\{port}" + "x".repeat(600)), Locale.ENGLISH);
		assertTrue(title.startsWith("The server a b$1\\{port}xxx"), title);
		assertTrue(title.length() < 600 && title.contains("…"), title);
	}

	@Test
	void noRemedyHasNoLabel() {
		assertEquals("", texts.action(Problem.of("x", ProblemKind.SERVER, Fixer.TIME, Remedy.NONE), Locale.GERMAN));
	}

	@Test
	void addedTextsCountInTheirLanguageButCannotReplaceOurs() {
		MoreTexts more = language -> language.equals("de") ? Map.of("example.full.title", "Voll", "net.refused.title", "Ersetzt")
				: language.isEmpty() ? Map.of("example.full.title", "Full") : Map.of();
		ProblemTexts both = new CatalogueProblemTexts(more);
		assertEquals("Voll", both.title(problem("example.full"), Locale.GERMAN));
		assertEquals("Full", both.title(problem("example.full"), Locale.ITALIAN));
		assertEquals("h lehnt die Verbindung ab", both.title(problem("net.refused").with("host", "h"), Locale.GERMAN));
	}

	@Test
	void aProblemIsImmutableAndKeepsTheOrderOfItsDetails() {
		Problem one = problem("x");
		Problem two = one.detail("b", 1).detail("a", 2);
		assertTrue(one.details().isEmpty());
		assertEquals("[b, a]", two.details().keySet().toString());
	}
}

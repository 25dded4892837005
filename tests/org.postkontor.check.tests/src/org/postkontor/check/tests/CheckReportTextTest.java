package org.postkontor.check.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

import java.io.InputStreamReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckReportText;
import org.postkontor.check.CheckStep.Result;
import org.postkontor.check.CheckTexts;
import org.postkontor.check.internal.SteppedAccountCheck;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;

class CheckReportTextTest {
	private static final ProblemTexts PROBLEMS = new ProblemTexts() {
		@Override
		public String title(Problem problem, Locale locale) {
			return "Title of " + problem.id();
		}

		@Override
		public String explanation(Problem problem, Locale locale) {
			return "Explanation.";
		}

		@Override
		public String action(Problem problem, Locale locale) {
			return "";
		}

		@Override
		public String fixer(Problem problem, Locale locale) {
			return problem.fixer().name();
		}
	};

	private CheckFixture fixture;

	@BeforeEach
	void start() throws IOException {
		fixture = new CheckFixture();
	}

	@AfterEach
	void stop() throws IOException {
		fixture.close();
	}

	private static Properties keys(String file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(SteppedAccountCheck.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

	@Test
	void isReadableInGerman() {
		String text = new CheckReportText(PROBLEMS).render(fixture.run(true), Locale.GERMANY);
		assertTrue(text.startsWith("Kontotest: anna@example.test\n"), text);
		assertTrue(text.contains("Das Konto funktioniert."), text);
		assertTrue(text.contains("[in Ordnung] Am Server anmelden: imap TLSv1.3"), text);
	}

	@Test
	void showsTheProblemWithItsDetails() {
		fixture.broker.signedIn = false;
		String text = new CheckReportText(PROBLEMS).render(fixture.run(false), Locale.ENGLISH);
		assertTrue(text.contains("[failed] Stored sign-in"), text);
		assertTrue(text.contains("Title of auth.not-signed-in [auth.not-signed-in]"), text);
		assertTrue(text.contains("The account does not work completely."), text);
	}

	@Test
	void holdsNoSecretEvenIfAServerRepeatsOne() {
		fixture.mail.refusals = 99;
		CheckReport report = fixture.run(true);
		String text = new CheckReportText(PROBLEMS).render(report, Locale.ENGLISH);
		assertFalse(text.contains(FakeBroker.TOKEN), text);
		assertTrue(text.contains("535 5.7.8 no […]"), text);
	}

	@Test
	void everyStepAndResultHasALabelInBothLanguages() throws IOException {
		CheckReport report = fixture.run(true);
		CheckTexts texts = new CheckTexts();
		for (Locale locale : new Locale[] { Locale.GERMAN, Locale.ENGLISH }) {
			CheckFixture.all(report).forEach(s -> assertFalse(texts.label(s.id(), locale).equals(s.id()), s.id()));
			for (Result result : Result.values()) {
				assertFalse(texts.result(result, locale).equals(result.name()), result.name());
			}
		}
		assertEquals(keys("check.properties").keySet(), keys("check_de.properties").keySet());
	}

	@Test
	void anUnknownStepShowsItsId() {
		assertEquals("example.step", new CheckTexts().label("example.step", Locale.GERMAN));
	}
}

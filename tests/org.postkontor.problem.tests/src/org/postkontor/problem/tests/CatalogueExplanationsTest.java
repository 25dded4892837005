package org.postkontor.problem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.problem.Answer;
import org.postkontor.problem.Answer.Source;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.CatalogueProblemTexts;
import org.postkontor.problem.internal.MoreRows;
import org.postkontor.problem.internal.MoreTexts;

/** How rows are chosen. That each code leads to its row is tested over sockets, where codes arrive. */
class CatalogueExplanationsTest {
	private final Explanations explanations = new CatalogueExplanations(MoreRows.NONE);

	private static Problem asked(ProblemKind kind) {
		return Problem.of("example.asked", kind, Fixer.USER, Remedy.SIGN_IN).with("principal", "anna@example.test");
	}

	private static Answer oauth(String text, String... codes) {
		return new Answer(Source.OAUTH, List.of(codes), text);
	}

	@Test
	void aRowChoosesIdFixerAndRemedyButNeverTheKind() {
		Problem problem = explanations.explain(asked(ProblemKind.SIGN_IN_NEEDED), oauth("", "50105", "invalid_grant"));
		assertEquals("oauth.not-assigned", problem.id());
		assertEquals(Fixer.OFFICE_IT, problem.fixer());
		assertEquals(Remedy.ASK_ADMINISTRATOR, problem.remedy());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, problem.kind());
		assertEquals("anna@example.test", problem.values().get("principal"));
	}

	@Test
	void theAdministratorGetsTheCodesAndThePageAboutTheNumber() {
		Problem problem = explanations.explain(asked(ProblemKind.SIGN_IN_NEEDED), oauth("", "50105", "invalid_grant"));
		assertEquals("50105 invalid_grant", problem.details().get("code"));
		assertEquals("https://login.microsoftonline.com/error?code=50105", problem.details().get("lookup"));
	}

	@Test
	void anUnknownCodeKeepsTheProblemAndAddsTheDetails() {
		Problem asked = asked(ProblemKind.SIGN_IN_NEEDED);
		Problem problem = explanations.explain(asked, oauth("", "99999", "invalid_grant"));
		assertEquals(asked.id(), problem.id());
		assertEquals(asked.remedy(), problem.remedy());
		assertEquals("https://login.microsoftonline.com/error?code=99999", problem.details().get("lookup"));
	}

	@Test
	void theFirstCodeIsMoreTellingThanTheNext() {
		assertEquals("oauth.second-factor", explanations.explain(asked(ProblemKind.SIGN_IN_NEEDED), oauth("", "50076", "50105")).id());
	}

	@Test
	void codeAndWordsAreMoreTellingThanACode() {
		Problem asked = asked(ProblemKind.CREDENTIAL_REFUSED);
		assertEquals("transport.smtp-auth-disabled",
				explanations.explain(asked, Answer.said(Source.SMTP, "535 5.7.139 SmtpClientAuthentication is disabled for the Mailbox.")).id());
		assertEquals("transport.sign-in-policy", explanations.explain(asked, Answer.said(Source.SMTP, "535 5.7.139 something new")).id());
	}

	@Test
	void nobodyIsAskedToSignInWhileItIsTriedAgainAnyway() {
		Problem waiting = Problem.of("example.asked", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY);
		Problem problem = explanations.explain(waiting, oauth("", "700082"));
		assertEquals("example.asked", problem.id());
		assertEquals("700082", problem.details().get("code"));
	}

	@Test
	void nobodyIsToldToWaitWhereOnlyAPersonHelps() {
		assertEquals("example.asked", explanations.explain(asked(ProblemKind.SIGN_IN_NEEDED), oauth("", "90033")).id());
	}

	@Test
	void detailsThatAreThereAlreadyAreKept() {
		Problem problem = explanations.explain(asked(ProblemKind.SIGN_IN_NEEDED).detail("code", "own"), oauth("", "50105"));
		assertEquals("own", problem.details().get("code"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "535 5.7.139 no|5.7.139 535", "534-5.7.9 one 534 5.7.9 two|5.7.9 534", "[ALERT] no|ALERT",
			"[SYS/TEMP] later|SYS/TEMP", "550 rejected, see 192.5.7.60|550", "{\"status\":\"invalid_token\"} 535 5.7.3 no|5.7.3 invalid_token" })
	void codesAreFoundInTheWordsOfServers(String text, String codes) {
		assertEquals(List.of(codes.split(" ")), Answer.said(Source.SMTP, text).codes());
	}

	@Test
	void everyRowHasTitleAndTextInBothLanguages() {
		var texts = new CatalogueProblemTexts(MoreTexts.NONE);
		Problem problem = explanations.explain(asked(ProblemKind.SIGN_IN_NEEDED), oauth("", "50105"));
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			assertTrue(texts.title(problem, locale).startsWith("anna@example.test"), texts.title(problem, locale));
			assertFalse(texts.explanation(problem, locale).contains("?"), texts.explanation(problem, locale));
		}
	}
}

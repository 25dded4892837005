package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.OAuthErrors;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;

class OAuthErrorsTest {
	@ParameterizedTest
	@CsvSource({ "400,invalid_grant,'',SIGN_IN_NEEDED", "400,invalid_grant,bad_token,SIGN_IN_NEEDED", "400,invalid_grant,consent_required,CONSENT_NEEDED",
			"400,interaction_required,basic_action,SIGN_IN_NEEDED", "400,consent_required,'',CONSENT_NEEDED", "400,login_required,'',SIGN_IN_NEEDED",
			"0,access_denied,cancel,CONSENT_NEEDED", "401,invalid_client,'',CONFIGURATION", "400,unauthorized_client,'',CONSENT_NEEDED", "401,unauthorized_client,'',CONFIGURATION", "400,invalid_resource,'',CONSENT_NEEDED",
			"400,invalid_scope,'',CONFIGURATION", "400,invalid_request,'',CONFIGURATION", "400,temporarily_unavailable,'',SERVER", "400,slow_down,'',SERVER",
			"429,anything,'',SERVER", "400,anything_new,'',SERVER", "500,invalid_grant,'',SERVER", "503,interaction_required,'',SERVER" })
	void behaviourFollowsErrorAndSuberrorOnly(int status, String error, String suberror, ProblemKind kind) {
		for (String words : List.of("", "AADSTS50173: The provided grant has expired", "AADSTS65001 consent", "temporarily_unavailable")) {
			Problem problem = new OAuthErrors(Explanations.NONE).problem(new OAuthError(status, error, suberror, words), "https://i.test", "anna@example.test");
			assertEquals(kind, problem.kind());
		}
	}

	@Test
	void theServersWordsAreOneBoundedLineWithoutSecrets() {
		String body = "{\"error\":\"invalid_grant\",\"error_description\":\"bad\\r\\ntoken s3cr3t-value " + "x".repeat(2000) + "\"}";
		String words = OAuthError.parse(400, body, List.of(Secret.of("s3cr3t-value"))).orElseThrow().description();
		assertTrue(words.startsWith("bad token [secret] xxx"), words);
		assertTrue(words.length() <= 600);
	}

	@ParameterizedTest
	@ValueSource(strings = { "i", "in", "_", "50", "5", "grant", "invalid_grant", "bad" })
	void aClientSecretNeverChangesTheMeaningOfACode(String secret) {
		String body = "{\"error\":\"invalid_grant\",\"suberror\":\"bad_token\",\"error_codes\":[50173],\"error_description\":\"AADSTS50173: it is in\"}";
		OAuthError error = OAuthError.parse(400, body, List.of(Secret.of(secret))).orElseThrow();
		assertEquals("invalid_grant", error.error());
		assertEquals("bad_token", error.suberror());
		assertEquals(List.of("50173"), error.codes());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, new OAuthErrors(Explanations.NONE).problem(error, "https://i.test", "anna@example.test").kind());
		assertEquals("invalid_grant", OAuthError.of(Map.of("error", "invalid_grant"), List.of(Secret.of(secret))).error());
	}

	@Test
	void aSecretThatIsEchoedAsACodeIsTakenOut() {
		String body = "{\"error\":\"bad s3cr3t-value\",\"suberror\":\"s3cr3t-value\",\"error_codes\":[\"s3cr3t-value\"]}";
		OAuthError error = OAuthError.parse(400, body, List.of(Secret.of("s3cr3t-value"))).orElseThrow();
		assertFalse(error.toString().contains("s3cr3t"), error::toString);
	}

	@ParameterizedTest
	@CsvSource({ "'<html>error</html>'", "''", "'[]'", "'{}'", "'{\"error\":{}}'", "'{\"error\":'" })
	void whatIsNoOAuthErrorIsNone(String body) {
		assertTrue(OAuthError.parse(400, body, List.of()).isEmpty());
	}
}

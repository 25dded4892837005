package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.PeerAccounts;
import org.postkontor.testkit.peer.Reaction;

/**
 * Signing in to SMTP servers. Traps: the library stays connected without AUTH (craft B.3.4); it answers 530 to AUTH with
 * STARTTLS and the same AUTH again (B.3.5); its default mechanisms send a token as a password (B.3.6); it always sends an
 * initial response, which servers refuse when the line gets too long (platform 2.4; RFC 4954, 4); it loses the server's
 * JSON error (2.4); OAUTHBEARER is missing (2.3).
 */
class SmtpSignInTest {
	private static final String LONG_TOKEN = "t".repeat(2500);

	private final SmtpStage stage;

	SmtpSignInTest() throws IOException {
		stage = SmtpStage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	private List<String> said() {
		return stage.peer.server().lastTranscript().fromClient();
	}

	private static String decoded(String base64) {
		return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@CsvSource({ "AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER,OAUTHBEARER", "AUTH PLAIN XOAUTH2,XOAUTH2", "AUTH OAUTHBEARER,OAUTHBEARER" })
	void aTokenGoesByTheBestTokenMechanismOfTheServer(String advertised, String mechanism) throws Exception {
		stage.peer.capabilities(advertised);
		stage.connect().close();
		assertEquals(1, stage.said("AUTH "));
		assertEquals(1, stage.said("AUTH " + mechanism));
	}

	@ParameterizedTest
	@CsvSource({ "AUTH XOAUTH2 LOGIN PLAIN,PLAIN", "AUTH XOAUTH2 LOGIN,LOGIN" })
	void aPasswordGoesByPlainOrElseByLogin(String advertised, String mechanism) throws Exception {
		stage.peer.capabilities(advertised);
		stage.connect(Net.password()).close();
		assertEquals(1, stage.said("AUTH " + mechanism));
	}

	@Test
	void aServerWithoutAuthIsNotUsedWithoutSignIn() {
		stage.peer.capabilities("SIZE 1000000");
		Problem problem = stage.refused(Net.token());
		assertEquals("transport.no-auth", problem.id());
		assertEquals(ProblemKind.CONFIGURATION, problem.kind());
		assertEquals(0, stage.said("AUTH"));
		assertEquals(0, stage.said("MAIL"));
	}

	@Test
	void aTokenIsNeverSentAsAPassword() {
		stage.peer.capabilities("AUTH PLAIN LOGIN CRAM-MD5 NTLM");
		Problem problem = stage.refused(Net.token());
		assertEquals("transport.no-oauth", problem.id());
		assertEquals(ProblemKind.CONFIGURATION, problem.kind());
		assertEquals(0, stage.said("AUTH"));
	}

	@Test
	void aPasswordIsNeverSentAsAToken() {
		stage.peer.capabilities("AUTH XOAUTH2 OAUTHBEARER");
		assertEquals("transport.no-password-auth", stage.refused(Net.password()).id());
		assertEquals(0, stage.said("AUTH"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "XOAUTH2", "OAUTHBEARER" })
	void aShortTokenGoesInTheInitialResponse(String mechanism) throws Exception {
		stage.peer.capabilities("AUTH " + mechanism);
		stage.connect().close();
		String auth = said().stream().filter(line -> line.startsWith("AUTH")).findFirst().orElseThrow();
		assertTrue(decoded(auth.split(" ")[2]).contains("auth=Bearer " + Net.TOKEN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "XOAUTH2", "OAUTHBEARER" })
	void aLongTokenGoesOnALineOfItsOwn(String mechanism) throws Exception {
		stage.peer.account(Net.USER, null, LONG_TOKEN).capabilities("AUTH " + mechanism).longestLine(4096);
		stage.connect(Net.token(LONG_TOKEN)).close();
		assertTrue(said().contains("AUTH " + mechanism));
		assertTrue(said().stream().filter(line -> line.startsWith("AUTH")).allMatch(line -> line.length() <= 510));
	}

	@Test
	void oauthBearerNamesHostAndPortAndEscapesTheUser() throws Exception {
		String user = "a=b,c@example.test";
		stage.peer.account(user, null, Net.TOKEN).capabilities("AUTH OAUTHBEARER");
		stage.connect(new org.postkontor.auth.Credential.BearerToken(user, org.postkontor.auth.Secret.of(Net.TOKEN), java.time.Instant.MAX)).close();
		String auth = said().stream().filter(line -> line.startsWith("AUTH")).findFirst().orElseThrow();
		assertEquals("n,a=a=3Db=2Cc@example.test,\1host=localhost\1port=" + stage.peer.port() + "\1auth=Bearer " + Net.TOKEN + "\1\1",
				decoded(auth.split(" ")[2]));
	}

	@ParameterizedTest
	@CsvSource({ "XOAUTH2,''", "OAUTHBEARER,AQ==" })
	void theServersJsonErrorIsAcknowledgedAndKept(String mechanism, String acknowledgement) {
		stage.peer.capabilities("AUTH " + mechanism);
		Problem problem = stage.refused(Net.token(Net.BAD_TOKEN));
		assertEquals("transport.token-refused", problem.id());
		assertEquals(PeerAccounts.DEFAULT_ERROR, problem.details().get("reply"));
		assertTrue(problem.details().get("answer").startsWith("535"), problem.toString());
		assertEquals(acknowledgement, said().get(said().size() - 1));
	}

	@Test
	void aLongJsonErrorIsDecodedAsAWhole() {
		String json = "{\"status\":\"401\",\"openid-configuration\":\"https://login.example.test/" + "x".repeat(300) + "\"}";
		stage.peer.accounts().oauthError(json);
		assertEquals(json, stage.refused(Net.token(Net.BAD_TOKEN)).details().get("reply"));
	}

	@Test
	void aServerThatAsksOnForEverIsNotAnswered() {
		stage.peer.faults().always("AUTH", conversation -> {
			for (int i = 0; i < 20; i++) {
				conversation.send("334 e30=");
				if (conversation.line() == null) {
					return true;
				}
			}
			return true;
		});
		stage.refused(Net.token());
		assertTrue(said().size() <= 6, said().toString());
	}

	@Test
	void anAnswerOf530ToAuthStartsNothingNew() {
		stage.peer.faults().always("AUTH", Reaction.reply("530 5.7.0 Must issue a STARTTLS command first"));
		Problem problem = stage.refused(Net.token());
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
		assertEquals(0, stage.said("STARTTLS"));
		assertEquals(1, stage.said("AUTH"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.|transport.smtp-auth-disabled-tenant",
			"535 5.7.139 Authentication unsuccessful, basic authentication is disabled.|transport.basic-auth-retired",
			"534 5.7.9 Application-specific password required.|transport.app-password-needed",
			"535 5.7.3 Authentication unsuccessful|transport.user-mismatch" })
	void textsOfServersOnlyChooseTheExplanation(String reply, String id) {
		stage.peer.faults().always("AUTH", Reaction.reply(reply));
		Problem problem = stage.refused(Net.token());
		assertEquals(id, problem.id());
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
		assertEquals(reply, problem.details().get("reply"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "454 4.7.0 Temporary authentication failure", "421 4.3.2 Service not available", "451 4.5.0 wait" })
	void aTemporaryRefusalDoesNotBlameTheCredential(String reply) {
		stage.peer.faults().always("AUTH", Reaction.reply(reply));
		assertEquals(ProblemKind.SERVER, stage.refused(Net.token()).kind());
	}

	@ParameterizedTest
	@ValueSource(strings = { "500 5.5.2 Line too long", "501 5.5.2 Cannot decode", "504 5.5.4 Unrecognized", "250 whatever", "HTTP/1.1 200 OK" })
	void aMisunderstandingDoesNotBlameTheCredential(String reply) {
		stage.peer.faults().always("AUTH", Reaction.reply(reply));
		assertEquals("transport.protocol", stage.refused(Net.token()).id());
	}

	@Test
	void aConnectionCutDuringAuthDoesNotBlameTheCredential() {
		stage.peer.faults().always("AUTH", Reaction.reset());
		assertEquals(ProblemKind.NETWORK, stage.refused(Net.token()).kind());
	}

	@Test
	void controlCharactersOfAServerDoNotReachAPerson() {
		stage.peer.faults().always("AUTH", Reaction.reply("535 5.7.8 no\u001b[2J\u0007 way " + "x".repeat(3000)));
		String reply = stage.refused(Net.token()).details().get("reply");
		assertFalse(reply.chars().anyMatch(Character::isISOControl), reply);
		assertTrue(reply.length() < 600);
	}
}

package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

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
 * Signing in to IMAP servers. Traps: the library sends a token by LOGIN if no listed mechanism fits (platform 2.6), loses
 * the JSON error (2.4), sends the token again on each challenge (mail-accounts 3.4), and has no OAUTHBEARER (2.3).
 */
class ImapSignInTest {
	private final ImapStage stage;

	ImapSignInTest() throws IOException {
		stage = ImapStage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	@ParameterizedTest
	@CsvSource({ "AUTH=PLAIN AUTH=XOAUTH2 AUTH=OAUTHBEARER SASL-IR,OAUTHBEARER", "AUTH=PLAIN AUTH=XOAUTH2 SASL-IR,XOAUTH2",
			"AUTH=XOAUTH2,XOAUTH2", "AUTH=OAUTHBEARER,OAUTHBEARER" })
	void aTokenGoesByTheBestTokenMechanismWithAndWithoutInitialResponse(String names, String mechanism) throws Exception {
		stage.peer.capabilities(("IMAP4rev1 " + names).split(" "));
		stage.connect().close();
		assertEquals(1, stage.said("AUTHENTICATE " + mechanism));
		assertEquals(0, stage.said("LOGIN"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "IMAP4rev1", "IMAP4rev1 AUTH=PLAIN AUTH=LOGIN", "IMAP4rev1 LOGINDISABLED" })
	void aTokenIsNeverSentAsAPassword(String names) {
		stage.peer.capabilities(names.split(" "));
		Problem problem = stage.refused(Net.token());
		assertEquals("transport.no-oauth", problem.id());
		assertEquals(ProblemKind.CONFIGURATION, problem.kind());
		assertEquals(0, stage.said("LOGIN"));
		assertEquals(0, stage.said("AUTHENTICATE"));
		assertTrue(!stage.peer.server().lastTranscript().toString().contains(Net.TOKEN));
	}

	@Test
	void aPasswordGoesByPlain() throws Exception {
		stage.connect(Net.password()).close();
		assertEquals(1, stage.said("AUTHENTICATE PLAIN"));
	}

	@Test
	void aPasswordGoesByLoginOnlyIfNothingBetterIsOffered() throws Exception {
		stage.peer.account(Net.USER, "plain-pass", null).capabilities("IMAP4rev1");
		stage.connect(Net.password("plain-pass")).close();
		assertEquals(1, stage.said("LOGIN"));
	}

	@Test
	void aPasswordIsNotSentWhereLoginIsSwitchedOff() {
		stage.peer.capabilities("IMAP4rev1", "LOGINDISABLED");
		assertEquals("transport.no-auth", stage.refused(Net.password()).id());
		assertEquals(0, stage.said("LOGIN"));
	}

	@Test
	void aWrongPasswordIsSaidSo() {
		Problem problem = stage.refused(Net.password("wrong"));
		assertEquals("transport.password-refused", problem.id());
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
	}

	@ParameterizedTest
	@CsvSource({ "XOAUTH2,''", "OAUTHBEARER,AQ==" })
	void theServersJsonErrorIsAcknowledgedAndKept(String mechanism, String acknowledgement) {
		stage.peer.capabilities("IMAP4rev1", "SASL-IR", "AUTH=" + mechanism);
		Problem problem = stage.refused(Net.token(Net.BAD_TOKEN));
		assertEquals("transport.token-refused", problem.id());
		assertEquals(PeerAccounts.DEFAULT_ERROR, problem.details().get("reply"));
		var said = stage.peer.server().lastTranscript().fromClient();
		assertEquals(acknowledgement, said.get(said.size() - 1));
	}

	@Test
	void aServerThatAsksOnForEverDoesNotGetTheTokenAgain() {
		stage.peer.capabilities("IMAP4rev1", "SASL-IR", "AUTH=XOAUTH2").faults().always("AUTHENTICATE", conversation -> {
			for (int i = 0; i < 50; i++) {
				conversation.send("+ e30=");
				if (conversation.line() == null) {
					return true;
				}
			}
			return true;
		});
		assertEquals("transport.protocol", stage.refused(Net.token()).id());
		var said = stage.peer.server().lastTranscript().fromClient();
		assertEquals(1, said.stream().filter(line -> line.length() > 40).count(), said.toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "TAG NO [UNAVAILABLE] later|SERVER", "* BYE too many connections|SERVER", "TAG BAD what|SERVER",
			"TAG NO AUTHENTICATE failed.|CREDENTIAL_REFUSED", "TAG NO User is authenticated but not connected.|CREDENTIAL_REFUSED" })
	void onlyARefusalOfTheCredentialBlamesIt(String reply, ProblemKind kind) {
		stage.peer.faults().always("AUTHENTICATE", Reaction.reply(reply));
		assertEquals(kind, stage.refused(Net.token()).kind());
	}

	@Test
	void aConnectionCutWhileSigningInDoesNotBlameTheCredential() {
		stage.peer.faults().always("AUTHENTICATE", Reaction.reset());
		assertEquals(ProblemKind.NETWORK, stage.refused(Net.token()).kind());
	}
}

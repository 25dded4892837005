package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.Reaction;

/** Sign-ins that are refused or end in the middle (fault catalogue 38, 63). */
class CredentialFaultsTest extends FaultCase {
	private static final String OVER = "530 5.7.57 Client not authenticated to send mail";

	/** The token after one refusal is good. */
	private void renews() {
		stage.smtp.accounts().token("anna", stage.token(2));
	}

	private void assertNotShownAgain(OutboxId id, int shown) throws Exception {
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(0, stage.rig.entry(id).attempts());
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, stage.paused().kind());
		assertEquals(Optional.empty(), stage.rig.outbox().nextDue());
		for (int day = 0; day < 3; day++) {
			stage.clock.advance(Duration.ofDays(1));
			stage.rig.drain();
			stage.rig.outbox().drainDue();
		}
		assertEquals(shown, stage.smtp.faults().count("AUTH"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "535 5.7.8 credentials invalid", "534 5.7.9 application-specific password required", "530 5.7.0 sign in first" })
	void case38ASecondRefusalOpensTheCircuitBreaker(String reply) throws Exception {
		stage.smtp.faults().always("AUTH", Reaction.reply(reply));
		stage.endsBy(this::renews);
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertNotShownAgain(id, 2);
	}

	@Test
	void case38ASignInThatTheServerForgetsAtOnceIsNotShownForEver() throws Exception {
		stage.smtp.faults().always("MAIL", Reaction.reply(OVER)).always("AUTH", Reaction.reply("235 2.7.0 welcome"));
		stage.endsBy(this::renews);
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertNotShownAgain(id, 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MAIL", "RCPT", "DATA", "DOT" })
	void case63ATokenThatExpiresOnAReusedConnectionIsRenewedOnce(String event) throws Exception {
		OutboxId first = stage.submit(1);
		stage.rig.drain();
		OutboxId second = stage.submit(1);
		stage.smtp.faults().next(event, Reaction.reply(OVER));
		renews();
		assertTrue(stage.rig.drain().paused().isEmpty());
		assertEquals(MailState.FILED, stage.rig.state(first));
		assertEquals(MailState.FILED, stage.rig.state(second));
		assertEquals(1, stage.rig.entry(second).attempts());
		assertEquals(1, stage.deliveries(second));
		assertEquals(2, stage.smtp.faults().count("AUTH"));
	}

	@Test
	void case63ATokenThatWasRevokedMeanwhileIsTriedOnceMoreAndThenTheLaneWaits() throws Exception {
		stage.submit(1);
		stage.rig.drain();
		OutboxId id = stage.submit(1);
		stage.smtp.accounts().revoke("anna");
		stage.smtp.faults().next("MAIL", Reaction.reply(OVER));
		stage.endsBy(this::renews);
		stage.rig.drain();
		assertNotShownAgain(id, 2);
	}

	@Test
	void case63ATokenThatExpiresWhenTheAnswerIsDueLeavesADoubtOnlyIfTheConnectionBreaks() throws Exception {
		OutboxId id = stage.submit(1);
		stage.smtp.faults().next("ACCEPTED", Reaction.cut(org.postkontor.testkit.Cut.FIN));
		stage.rig.drain();
		assertEquals(MailState.IN_DOUBT, stage.rig.state(id));
		assertEquals(1, stage.smtp.faults().count("AUTH"));
	}
}

package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;

/** What happens to a mail in doubt where nobody is there to decide. */
class DoubtPolicyTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private OutboxId inDoubt(DoubtPolicy policy) throws Exception {
		rig.outbox().setDoubtPolicy(Rig.ANNA, policy);
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		for (int i = 0; i < 10; i++) {
			rig.clock.advance(Duration.ofMinutes(2));
			rig.drain();
		}
		return id;
	}

	@Test
	void asksUnlessToldOtherwise() throws Exception {
		assertEquals(DoubtPolicy.ASK, rig.outbox().doubtPolicy(Rig.ANNA));
		OutboxId id = inDoubt(DoubtPolicy.ASK);
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void countsItAsSentAndRecordsWhoSaidSo() throws Exception {
		OutboxId id = inDoubt(DoubtPolicy.MARK_SENT);
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
		assertTrue(rig.sql("SELECT note FROM log WHERE mail='" + id + "' AND event='MARK_SENT'").contains("decided by the policy of the account"));
	}

	@Test
	void sendsItAgainAndRecordsWhoSaidSo() throws Exception {
		OutboxId id = inDoubt(DoubtPolicy.SEND_AGAIN);
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(2, rig.deliveries(id));
		assertTrue(rig.sql("SELECT note FROM log WHERE mail='" + id + "' AND event='SEND_AGAIN'").contains("decided by the policy of the account"));
	}

	@Test
	void looksIntoSentFirst() throws Exception {
		rig.withImap();
		rig.outbox().setDoubtPolicy(Rig.ANNA, DoubtPolicy.SEND_AGAIN);
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.receiver.sent.add(rig.entry(id).messageId());
		rig.drain();
		rig.clock.advance(Duration.ofHours(1));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void keepsThePolicyOverARestart() throws Exception {
		rig.outbox().setDoubtPolicy(Rig.ANNA, DoubtPolicy.MARK_SENT);
		rig.restart();
		assertEquals(DoubtPolicy.MARK_SENT, rig.outbox().doubtPolicy(Rig.ANNA));
	}
}

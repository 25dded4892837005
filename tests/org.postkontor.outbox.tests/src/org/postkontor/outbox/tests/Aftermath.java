package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.postkontor.fakes.Invariants;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * What the outbox says after a fault, compared with what the server got: the shared invariants, and that who is called served
 * was served exactly once and who is not was not.
 *
 * @param decided mails that somebody decided about
 * @param tokens  that were used for signing in
 */
record Aftermath(Path home, Rig rig, SmtpPeer server, Set<OutboxId> decided, List<Canary> tokens) {
	private static final Set<MailState> SETTLED = Set.of(MailState.FILED, MailState.IN_DOUBT, MailState.REJECTED, MailState.HELD);

	/** @param logged all that was logged or printed so far */
	void assertHold(String when, String logged) throws Exception {
		invariants().look(rig.submitted).assertGood(when);
		for (OutboxEntry entry : rig.outbox().entries()) {
			assertServed(when, entry);
		}
		String shown = rig.outbox().entries() + " " + rig.outbox().lanes() + logged;
		for (Canary token : tokens) {
			assertEquals(List.of(), token.findIn(shown), when);
		}
	}

	/** No mail waits any more, and the next one goes out. */
	void assertSettled() throws Exception {
		for (OutboxId id : rig.submitted) {
			assertTrue(SETTLED.contains(rig.state(id)), rig.entry(id).toString());
		}
		invariants().assertRecovered(Rig.ANNA, Rig.draft("after", 1));
	}

	private void assertServed(String when, OutboxEntry entry) {
		for (String recipient : entry.envelope().recipients()) {
			long times = times(entry.messageId(), recipient);
			boolean served = entry.recipients().get(recipient) instanceof RecipientResult.Accepted;
			boolean right = entry.state() == MailState.IN_DOUBT ? times <= 1 : times == (served ? 1 : 0);
			assertTrue(right || decided.contains(entry.id()), when + ": " + recipient + " got it " + times + " times, " + entry);
		}
	}

	private long times(String messageId, String recipient) {
		return server.mails().stream().filter(mail -> mail.messageId().equals(messageId) && mail.recipients().contains(recipient)).count();
	}

	private Invariants invariants() {
		Invariants.Witness witness = id -> (int) server.mails().stream().filter(mail -> mail.messageId().equals(id))
				.flatMap(mail -> mail.recipients().stream()).distinct().mapToLong(recipient -> times(id, recipient)).max().orElse(0);
		return new Invariants(home, rig.outbox(), witness, decided, tokens.stream().map(Canary::value).toList());
	}
}

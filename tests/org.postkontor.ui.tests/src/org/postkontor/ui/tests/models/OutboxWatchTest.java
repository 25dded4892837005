package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.ui.internal.outbox.OutboxWatch;
import org.postkontor.ui.tests.fakes.Samples;

/** Which mails the user is told about. */
class OutboxWatchTest {
	private final OutboxWatch watch = new OutboxWatch();

	@Test
	void saysNothingAboutWhatWasThereAtTheStart() {
		assertEquals(List.of(), watch.look(List.of(stuck("1"))));
	}

	@Test
	void tellsOnceAboutAMailThatGotStuck() {
		watch.look(List.of());
		assertEquals(1, watch.look(List.of(stuck("1"))).size());
		assertEquals(0, watch.look(List.of(stuck("1"))).size());
	}

	@Test
	void saysNothingAboutAMailThatTheUserHolds() {
		watch.look(List.of());
		assertEquals(List.of(), watch.look(List.of(Samples.outboxEntry(new OutboxId("1"), new AccountId("a"), MailState.HELD, "x", Optional.of(Samples.heldByUser())))));
	}

	private static OutboxEntry stuck(String id) {
		return Samples.outboxEntry(new OutboxId(id), new AccountId("a"), MailState.REJECTED, "x", Optional.of(Samples.signInNeeded()));
	}
}

package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.outbox.OutboxId;
import org.postkontor.testkit.FakeClock;
import org.postkontor.ui.internal.outbox.RemovedMails;

/** What can be brought back. */
class RemovedMailsTest {
	private final FakeClock clock = new FakeClock();
	private final RemovedMails removed = new RemovedMails(clock);

	@Test
	void bringsBackWhatWasRemovedLastFirst() {
		removed.add(List.of(new OutboxId("1")), "a");
		removed.add(List.of(new OutboxId("2"), new OutboxId("3")), "b");
		assertEquals(2, removed.take().orElseThrow().ids().size());
		assertEquals("a", removed.take().orElseThrow().subject());
		assertEquals(Optional.empty(), removed.take());
	}

	@Test
	void forgetsWhatTheOutboxKeepsNoLonger() {
		removed.add(List.of(new OutboxId("1")), "a");
		clock.advance(RemovedMails.KEPT);
		assertEquals(Optional.empty(), removed.last());
	}
}

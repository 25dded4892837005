package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.outbox.OutboxId;
import org.postkontor.testkit.FakeClock;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.outbox.RemovedMails;

/** What can be brought back. */
class RemovedMailsTest {
	private final FakeClock clock = new FakeClock();
	private final RemovedMails removed = new RemovedMails(clock);

	@Test
	void bringsBackWhatWasRemovedLastFirst() {
		removed.add(List.of(new OutboxId("1")), "a", 1);
		removed.add(List.of(new OutboxId("2"), new OutboxId("3")), "b", 2);
		assertEquals(2, removed.take().orElseThrow().ids().size());
		assertEquals("a", removed.take().orElseThrow().subject());
		assertEquals(Optional.empty(), removed.take());
	}

	@Test
	void forgetsWhatTheOutboxKeepsNoLonger() {
		removed.add(List.of(new OutboxId("1")), "a", 1);
		clock.advance(RemovedMails.KEPT);
		assertEquals(Optional.empty(), removed.last());
	}

	@Test
	void saysWhatBecomesOfThem() {
		List<OutboxId> two = List.of(new OutboxId("1"), new OutboxId("2"));
		assertEquals(NLS.bind(OutboxMessages.removedOne, "a"), text(List.of(new OutboxId("1")), 1));
		assertEquals(NLS.bind(OutboxMessages.removedSentOne, "a"), text(List.of(new OutboxId("1")), 0));
		assertEquals(NLS.bind(OutboxMessages.removedMany, 2), text(two, 2));
		assertEquals(NLS.bind(OutboxMessages.removedSome, 2, 1), text(two, 1));
		assertEquals(NLS.bind(OutboxMessages.removedSentMany, 2), text(two, 0));
	}

	private String text(List<OutboxId> ids, int unsent) {
		removed.add(ids, "a", unsent);
		return removed.last().orElseThrow().text();
	}
}

package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.outbox.OutboxId;
import org.postkontor.testkit.FakeClock;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.outbox.RemovedMails;
import org.postkontor.ui.internal.outbox.RemovedMails.Batch;

/** What can be brought back. */
class RemovedMailsTest {
	private final FakeClock clock = new FakeClock();
	private final RemovedMails removed = new RemovedMails(clock);

	@Test
	void bringsBackWhatWasRemovedLastFirst() {
		removed.add(List.of(mail("1", true)));
		removed.add(List.of(mail("2", true), mail("3", true)));
		assertEquals(List.of(new OutboxId("2"), new OutboxId("3")), removed.take().orElseThrow().ids());
		assertEquals(List.of(new OutboxId("1")), removed.take().orElseThrow().ids());
		assertEquals(Optional.empty(), removed.take());
	}

	@Test
	void forgetsWhatTheOutboxKeepsNoLonger() {
		removed.add(List.of(mail("1", true)));
		clock.advance(RemovedMails.KEPT);
		assertEquals(Optional.empty(), removed.last());
	}

	@Test
	void keepsWhatWasNotBroughtBackYetForAsLongAsBefore() {
		removed.add(List.of(mail("1", true), mail("2", false), mail("3", true)));
		clock.advance(Duration.ofMinutes(9));
		Batch taken = removed.take().orElseThrow();
		removed.putBack(taken, Set.of(new OutboxId("2")));
		assertEquals(NLS.bind(OutboxMessages.removedSentOne, "subject 2"), removed.last().orElseThrow().text());
		clock.advance(Duration.ofMinutes(1));
		assertEquals(Optional.empty(), removed.last());
	}

	@Test
	void putsNothingBackIfAllAreBack() {
		removed.add(List.of(mail("1", true)));
		removed.putBack(removed.take().orElseThrow(), Set.of());
		assertEquals(Optional.empty(), removed.last());
	}

	@Test
	void saysWhatBecomesOfThem() {
		assertEquals(NLS.bind(OutboxMessages.removedOne, "subject 1"), text(mail("1", true)));
		assertEquals(NLS.bind(OutboxMessages.removedSentOne, "subject 1"), text(mail("1", false)));
		assertEquals(NLS.bind(OutboxMessages.removedMany, 2), text(mail("1", true), mail("2", true)));
		assertEquals(NLS.bind(OutboxMessages.removedSome, 2, 1), text(mail("1", true), mail("2", false)));
		assertEquals(NLS.bind(OutboxMessages.removedSentMany, 2), text(mail("1", false), mail("2", false)));
	}

	private String text(RemovedMails.Mail... mails) {
		removed.add(List.of(mails));
		return removed.last().orElseThrow().text();
	}

	private static RemovedMails.Mail mail(String id, boolean unsent) {
		return new RemovedMails.Mail(new OutboxId(id), "subject " + id, unsent);
	}
}

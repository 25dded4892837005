package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;

/** One list for all who want it, of which only what has changed is read again. */
class SharedListTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder).withImap();
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private List<OutboxEntry> entries() throws ProblemException {
		return rig.outbox().entries();
	}

	/** As somebody sees it who reads it for the first time. */
	private List<OutboxEntry> read() throws ProblemException {
		try (DurableOutbox other = rig.another()) {
			return List.copyOf(other.entries());
		}
	}

	@Test
	void isTheSameListAsLongAsNothingHasChanged() throws Exception {
		rig.submit();
		List<OutboxEntry> first = entries();
		rig.outbox().setTidying(rig.outbox().tidying());
		assertSame(first, entries());
		rig.submit();
		assertNotSame(first, entries());
		assertEquals(1, first.size(), "who has the old one keeps it");
	}

	@Test
	void cannotBeChangedByThoseWhoShareIt() throws Exception {
		rig.submit();
		assertThrows(UnsupportedOperationException.class, () -> entries().clear());
		rig.submit();
		assertThrows(UnsupportedOperationException.class, () -> entries().remove(0));
	}

	@Test
	void hasTheSameEntriesForMailsThatHaveNotChanged() throws Exception {
		OutboxId first = rig.submit();
		OutboxId second = rig.submit();
		List<OutboxEntry> before = entries();
		rig.outbox().hold(second);
		List<OutboxEntry> after = entries();
		assertSame(before.get(0), after.get(0));
		assertEquals(List.of(first, second), after.stream().map(OutboxEntry::id).toList());
		assertEquals(MailState.HELD, after.get(1).state());
	}

	@Test
	void followsWhatAnotherProcessDoes() throws Exception {
		OutboxId id = rig.submit();
		entries();
		try (DurableOutbox other = rig.another()) {
			OutboxId more = other.submit(Rig.ANNA, Rig.draft("from elsewhere", 1), null);
			assertEquals(List.of(id, more), entries().stream().map(OutboxEntry::id).toList());
			other.remove(id);
			assertEquals(List.of(more), entries().stream().map(OutboxEntry::id).toList());
		}
	}

	@Test
	void bringsAMailBackToItsPlace() throws Exception {
		OutboxId first = rig.submit();
		OutboxId sent = rig.submit();
		rig.drain();
		OutboxId last = rig.submit();
		entries();
		rig.outbox().remove(sent);
		rig.outbox().remove(last);
		assertEquals(List.of(first), entries().stream().map(OutboxEntry::id).toList());
		rig.outbox().restore(last);
		rig.outbox().restore(sent);
		assertEquals(List.of(first, sent, last), entries().stream().map(OutboxEntry::id).toList());
	}

	@Test
	void forgetsNothingWhenTheLogIsCleared() throws Exception {
		OutboxId id = rig.submit();
		rig.drain();
		entries();
		rig.outbox().remove(id);
		rig.sql("DELETE FROM log");
		rig.sql("DELETE FROM recipient");
		rig.sql("DELETE FROM mail");
		OutboxId next = rig.submit();
		assertEquals(List.of(next), entries().stream().map(OutboxEntry::id).toList());
		assertEquals(read(), entries());
	}

	@Test
	void readsAllAnewAfterVeryManyChanges() throws Exception {
		OutboxId id = rig.submit();
		entries();
		rig.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 11000) INSERT INTO log(mail, at, event, state, note) SELECT '" + id
				+ "', 0, 'RETIME', 'QUEUED', '' FROM n");
		rig.outbox().hold(id);
		assertEquals(read(), entries());
	}

	@Test
	void theForecastIsSharedForSomeSecondsToo() throws Exception {
		OutboxId id = rig.submit();
		Map<OutboxId, Instant> first = rig.outbox().expected();
		assertSame(first, rig.outbox().expected());
		rig.clock.advance(Duration.ofSeconds(5));
		assertEquals(first.get(id).plusSeconds(5), rig.outbox().expected().get(id));
		rig.outbox().hold(id);
		assertEquals(Map.of(), rig.outbox().expected());
	}

	@Test
	void theForecastFollowsLanesAndAccounts() throws Exception {
		rig.submit();
		assertEquals(1, rig.outbox().expected().size());
		rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.CONFIGURATION));
		rig.drain();
		assertEquals(Map.of(), rig.outbox().expected(), "only a person can wake it");
		rig.outbox().wake(Rig.ANNA);
		assertEquals(1, rig.outbox().expected().size());
	}

	/** Whatever happens in whatever order: it is what somebody reads who reads all. */
	@Test
	void isAlwaysWhatIsInTheTable() throws Exception {
		Random random = new Random(20261126);
		entries();
		for (int step = 0; step < 150; step++) {
			List<OutboxEntry> all = entries();
			OutboxId one = all.isEmpty() ? rig.submit() : all.get(random.nextInt(all.size())).id();
			act(random.nextInt(14), one);
			assertEquals(read(), entries(), "step " + step);
		}
	}

	private void act(int action, OutboxId one) throws ProblemException {
		switch (action) {
		case 0, 1 -> rig.submit();
		case 2 -> rig.outbox().hold(one);
		case 3 -> rig.outbox().release(one);
		case 4 -> rig.outbox().remove(one);
		case 5 -> {
			rig.outbox().remove(one);
			rig.outbox().restore(one);
		}
		case 6 -> rig.outbox().schedule(one, SendOptions.NOW.notBefore(rig.clock.instant().plusSeconds(100)));
		case 7 -> rig.outbox().schedule(one, SendOptions.NOW.priority(Priority.HIGH));
		case 8 -> rig.outbox().removeSent();
		case 9 -> {
			rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), Map.of()));
			rig.drain();
		}
		case 10 -> {
			rig.sender.thenLoseTheAnswer();
			rig.drain();
		}
		case 11 -> decide(one);
		case 12 -> {
			rig.clock.advance(Duration.ofDays(1));
			rig.drain();
		}
		default -> rig.submit(Rig.ANNA, 3);
		}
	}

	private void decide(OutboxId one) throws ProblemException {
		if (rig.state(one) == MailState.IN_DOUBT) {
			rig.outbox().resolve(one, Decision.MARK_SENT);
		}
	}
}

package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.internal.SendingBudget;
import org.postkontor.outbox.internal.SendingBudget.HandedOver;
import org.postkontor.outbox.internal.SendingBudgets;

/** Staying within what a provider allows, and saying when the rest goes. */
class SendingBudgetTest {
	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
	private static final SendingBudget THIRTY = new SendingBudget(OptionalInt.of(30), OptionalInt.of(10_000), OptionalInt.of(3));

	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
		Account anna = FakeAccounts.account("anna", Protocol.SMTP);
		List<Endpoint> endpoints = anna.endpoints().stream().map(e -> new Endpoint(e.protocol(), "smtp.office365.com", e.port(), e.tls(), e.auth())).toList();
		rig.accounts.save(new Account(anna.id(), anna.name(), anna.address(), anna.senderName(), anna.scope(), endpoints));
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private static List<HandedOver> past(int mails, Duration apart) {
		return IntStream.range(0, mails).mapToObj(i -> new HandedOver(NOW.minus(apart.multipliedBy(mails - i)), 1)).toList();
	}

	@Test
	void givesALineForTwoConnectionsSinceEachOpensItsNextOneAhead() {
		assertEquals(List.of(1, 1, 1, 2, 2, 3, 3), IntStream.rangeClosed(1, 7)
				.mapToObj(connections -> new SendingBudget(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(connections)).lines()).toList());
		assertEquals(3, SendingBudget.UNLIMITED.lines());
		assertEquals(1, THIRTY.lines());
	}

	@Test
	void knowsTheProvidersOfTheData() {
		assertEquals(THIRTY, SendingBudgets.known().of("SMTP.office365.com"));
		assertEquals(OptionalInt.of(4), SendingBudgets.known().of("graph.microsoft.com").connections());
		assertEquals(THIRTY, SendingBudgets.known().of("kanzlei-example.mail.protection.outlook.com"));
		assertEquals(SendingBudget.UNLIMITED, SendingBudgets.known().of("evil-smtp.office365.com.example.test"));
	}

	@Test
	void letsThirtyMailsGoAMinute() {
		assertEquals(NOW, THIRTY.next(past(29, Duration.ofSeconds(1)), 1, NOW));
		assertEquals(NOW.plusSeconds(30), THIRTY.next(past(30, Duration.ofSeconds(1)), 1, NOW));
	}

	@Test
	void countsRecipientsOverADay() {
		List<HandedOver> past = List.of(new HandedOver(NOW.minus(Duration.ofHours(20)), 9_950), new HandedOver(NOW.minus(Duration.ofHours(1)), 20));
		assertEquals(NOW, THIRTY.next(past, 30, NOW));
		assertEquals(NOW.plus(Duration.ofHours(4)), THIRTY.next(past, 31, NOW));
	}

	@Test
	void ignoresWhatAWrongClockPutIntoTheFuture() {
		assertEquals(NOW, THIRTY.next(IntStream.range(0, 99).mapToObj(i -> new HandedOver(NOW.plusSeconds(60L + i), 1)).toList(), 1, NOW));
	}

	@Test
	void waitsRatherThanBeRefusedAndGoesOnByItself() throws Exception {
		for (int i = 0; i < 35; i++) {
			rig.submit();
		}
		assertEquals(30, rig.drain().sent());
		assertEquals(Optional.of(rig.clock.instant().plusSeconds(60)), rig.outbox().lanes().get(0).throttled());
		assertEquals(Optional.empty(), rig.outbox().lanes().get(0).paused(), "nothing is wrong with the lane");
		assertEquals(Optional.of(rig.clock.instant().plusSeconds(60)), rig.outbox().nextDue());
		assertEquals(0, rig.drain().sent(), "not even when asked for");
		rig.clock.advance(Duration.ofSeconds(60));
		assertEquals(5, rig.outbox().drainDue().sent());
	}

	@Test
	void countsWhatAnotherProcessSent() throws Exception {
		for (int i = 0; i < 35; i++) {
			rig.submit();
		}
		rig.drain();
		rig.restart();
		assertEquals(0, rig.drain().sent());
	}

	@Test
	void saysWhenEachMailIsExpected() throws Exception {
		List<OutboxId> ids = new ArrayList<>();
		for (int i = 0; i < 65; i++) {
			ids.add(rig.submit());
		}
		Map<OutboxId, Instant> expected = rig.outbox().expected();
		Instant now = rig.clock.instant();
		assertEquals(now, expected.get(ids.get(0)));
		assertEquals(now.plusSeconds(29), expected.get(ids.get(29)));
		assertEquals(now.plusSeconds(60), expected.get(ids.get(30)));
		assertEquals(now.plusSeconds(124), expected.get(ids.get(64)));
	}

	@Test
	void expectsUrgentMailsFirstAndScheduledOnesAtTheirTime() throws Exception {
		OutboxId ordinary = rig.submit();
		OutboxId high = rig.outbox().submit(Rig.ANNA, Rig.draft("high", 1), SendOptions.NOW.priority(Priority.HIGH), null);
		Instant later = rig.clock.instant().plus(Duration.ofHours(3));
		OutboxId scheduled = rig.outbox().submit(Rig.ANNA, Rig.draft("later", 1), SendOptions.NOW.notBefore(later), null);
		Map<OutboxId, Instant> expected = rig.outbox().expected();
		assertTrue(expected.get(high).isBefore(expected.get(ordinary)));
		assertEquals(later, expected.get(scheduled));
	}

	@Test
	void expectsNothingOfALaneThatOnlyAPersonCanWake() throws Exception {
		rig.sender.connectFailures.add(FakeMailSender.problem(org.postkontor.problem.ProblemKind.SIGN_IN_NEEDED));
		OutboxId id = rig.submit();
		rig.drain();
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals(Map.of(), rig.outbox().expected());
	}
}

package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.postkontor.account.AccountId;
import org.postkontor.message.Envelope;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.internal.Forecast;
import org.postkontor.outbox.internal.SendingBudget;

class ForecastTest {
	private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

	private static OutboxEntry waiting(String id, int dueInSeconds) {
		return new OutboxEntry(new OutboxId(id), new AccountId("anna"), MailState.QUEUED, "<" + id + "@example.test>", "", new Envelope("anna@example.test",
				List.of("ben@example.test")), 1, START, Optional.of(START.plusSeconds(dueInSeconds)), 0, Optional.empty(), Map.of(), "", SendOptions.NOW);
	}

	private static List<String> order(List<OutboxEntry> waiting, SendingBudget budget) {
		List<String> order = new ArrayList<>();
		new Forecast(budget).expect(waiting, List.of(), START).forEach((id, time) -> order.add(id + " " + Duration.between(START, time).toSeconds()));
		return order;
	}

	@Test
	void keepsTheOrderOfMailsThatAreDue() {
		assertEquals(List.of("c 0", "a 1", "b 2"), order(List.of(waiting("c", 0), waiting("a", -60), waiting("b", -10)), SendingBudget.UNLIMITED));
	}

	@Test
	void doesNotWaitForAMailThatIsNotDueYet() {
		assertEquals(List.of("b 0", "c 10", "a 30"), order(List.of(waiting("a", 30), waiting("b", 0), waiting("c", 10)), SendingBudget.UNLIMITED));
	}

	@Test
	void letsTheMoreUrgentOfTwoGoFirstThatBecameDueMeanwhile() {
		assertEquals(List.of("b 0", "a 1", "c 2"), order(List.of(waiting("a", 1), waiting("b", 0), waiting("c", 1)), SendingBudget.UNLIMITED));
	}

	@Test
	void spreadsMailsOverTheMinutesOfABudget() {
		SendingBudget two = new SendingBudget(OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty());
		assertEquals(List.of("a 0", "b 1", "c 60", "d 61"), order(List.of(waiting("a", 0), waiting("b", 0), waiting("c", 0), waiting("d", 0)), two));
	}

	@Test
	void isReadyAtOnceForAFullOutbox() {
		List<OutboxEntry> many = IntStream.range(0, 100_000).mapToObj(i -> waiting("m" + i, i % 7 == 0 ? 600_000 - i : 0)).toList();
		assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertEquals(100_000, order(many, SendingBudget.UNLIMITED).size()));
	}
}

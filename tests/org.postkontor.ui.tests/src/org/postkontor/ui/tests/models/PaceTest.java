package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.postkontor.testkit.FakeClock;
import org.postkontor.ui.internal.outbox.Pace;

/** Updates at most ten times a second. */
class PaceTest {
	private final FakeClock clock = new FakeClock();
	private final AtomicInteger updates = new AtomicInteger();
	private final Pace pace = new Pace(() -> clock.millis() * 1_000_000, clock::schedule, Duration.ofMillis(100), updates::incrementAndGet);

	@Test
	void updatesAtOnceAfterAPause() {
		pace.request();
		assertEquals(1, updates.get());
	}

	@Test
	void updatesTenTimesASecondHoweverManyChangesThereAre() {
		for (int i = 0; i < 999; i++) {
			pace.request();
			clock.advance(Duration.ofMillis(1));
		}
		assertEquals(10, updates.get());
	}

	@Test
	void pausesLongerForWhatTakesLong() {
		pace.request();
		pace.took(Duration.ofSeconds(1));
		for (int i = 0; i < 8000; i++) {
			clock.advance(Duration.ofMillis(1));
			pace.request();
		}
		assertEquals(3, updates.get());
	}

	@Test
	void neverLosesTheLastChange() {
		pace.request();
		pace.request();
		clock.advance(Duration.ofSeconds(10));
		assertEquals(2, updates.get());
		assertEquals(0, clock.pendingTimers());
	}
}

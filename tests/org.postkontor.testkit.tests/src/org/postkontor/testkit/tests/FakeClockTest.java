package org.postkontor.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.postkontor.testkit.FakeClock;

class FakeClockTest {

	private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

	private final FakeClock clock = new FakeClock(START);
	private final List<String> fired = new ArrayList<>();

	@Test
	void standsStillUntilAdvanced() {
		assertEquals(START, clock.instant());
		clock.advance(Duration.ofMinutes(5));
		assertEquals(START.plusSeconds(300), clock.instant());
	}

	@Test
	void firesTimersInTheOrderOfTheirDueTimes() {
		clock.schedule(Duration.ofSeconds(20), () -> fired.add("late " + clock.instant()));
		clock.schedule(Duration.ofSeconds(10), () -> fired.add("early " + clock.instant()));
		clock.advance(Duration.ofSeconds(30));
		assertEquals(List.of("early " + START.plusSeconds(10), "late " + START.plusSeconds(20)), fired);
	}

	@Test
	void firesATimerThatATimerStarted() {
		clock.schedule(Duration.ofSeconds(1), () -> clock.schedule(Duration.ofSeconds(1), () -> fired.add("second")));
		clock.advance(Duration.ofSeconds(2));
		assertEquals(List.of("second"), fired);
	}

	@Test
	void aClosedTimerNeverFires() throws Exception {
		clock.schedule(Duration.ofSeconds(1), () -> fired.add("never")).close();
		clock.advance(Duration.ofSeconds(2));
		assertEquals(List.of(), fired);
		assertEquals(0, clock.pendingTimers());
	}

	@Test
	void aWallClockJumpFiresNothing() {
		clock.schedule(Duration.ofSeconds(10), () -> fired.add("due"));
		clock.jump(Duration.ofDays(1));
		assertEquals(List.of(), fired);
		clock.advance(Duration.ofSeconds(10));
		assertEquals(List.of("due"), fired);
	}
}

package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.internal.ClockTrust;

class ClockTrustTest {
	private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
	private static final Duration YEARS = Duration.ofDays(3652);

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 21, 31, -1, -31 })
	void believesAClockThatWentOnOrWasPutRightALittle(long days) {
		assertTrue(ClockTrust.in(START).look(START.plus(Duration.ofDays(days))).isGiven());
	}

	@ParameterizedTest
	@ValueSource(longs = { 32, 3652, -32, -20_000 })
	void doubtsAClockThatLeapt(long days) {
		assertFalse(ClockTrust.in(START).look(START.plus(Duration.ofDays(days))).isGiven());
	}

	@Test
	void believesAClockAgainThatIsPutRight() {
		ClockTrust leapt = ClockTrust.in(START).look(START.plus(YEARS));
		assertEquals(ClockTrust.in(START.plusSeconds(60)), leapt.look(START.plusSeconds(60)));
	}

	@Test
	void believesALeapAfterAMonthInWhichTheClockWentOn() {
		Instant after = START.plus(YEARS);
		ClockTrust trust = ClockTrust.in(START).look(after);
		for (int day = 1; day < 30; day++) {
			trust = trust.look(after.plus(Duration.ofDays(day)));
			assertFalse(trust.isGiven(), "day " + day);
		}
		assertTrue(trust.look(after.plus(Duration.ofDays(30))).isGiven());
	}

	@Test
	void doesNotTakeASecondLeapForAProofOfTheFirst() {
		ClockTrust trust = ClockTrust.in(START).look(START.plus(YEARS)).look(START.plus(YEARS.multipliedBy(2)));
		assertFalse(trust.isGiven());
		assertFalse(trust.look(START.plus(YEARS)).look(START.plus(YEARS).plus(Duration.ofDays(29))).isGiven());
	}

	/** A computer with an empty battery begins each day in 1970, until it has asked what time it is. */
	@Test
	void goesOnWithAClockThatIsWrongForAMomentEachDay() {
		ClockTrust trust = ClockTrust.in(START);
		for (int day = 1; day < 400; day++) {
			trust = trust.look(Instant.EPOCH);
			assertFalse(trust.isGiven());
			trust = trust.look(START.plus(Duration.ofDays(day)));
			assertTrue(trust.isGiven());
		}
	}

	@Test
	void isReadAsItWasWritten() {
		ClockTrust given = ClockTrust.in(START);
		ClockTrust doubted = given.look(START.plus(YEARS)).look(START.plus(YEARS).plusSeconds(1));
		assertEquals(Optional.of(given), ClockTrust.read(given.write()));
		assertEquals(Optional.of(doubted), ClockTrust.read(doubted.write()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "1 2", "1 2 3 4" })
	void readsNothingOutOfWhatItDoesNotKnow(String stored) {
		assertEquals(Optional.empty(), ClockTrust.read(stored));
	}
}

package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.postkontor.testkit.FakeClock;
import org.postkontor.ui.internal.reminder.ReminderTimes;
import org.postkontor.ui.internal.reminder.SnoozeTime;

/** When a reminder is quiet and when it comes back. */
class ReminderTimesTest {
	private static final String ANNA = "oauth anna.berg@kanzlei.test";

	private final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T09:30:00Z"));
	private final Preferences store = InstanceScope.INSTANCE.getNode("org.postkontor.ui.tests.times");
	private ReminderTimes times;

	@BeforeEach
	void fresh() {
		times = new ReminderTimes(clock, ZoneOffset.UTC, store);
	}

	@AfterEach
	void forget() throws BackingStoreException {
		store.removeNode();
	}

	@Test
	void isQuietForAnHour() {
		times.snooze(ANNA, SnoozeTime.HOUR);
		clock.advance(Duration.ofMinutes(59));
		assertTrue(times.isSnoozed(ANNA));
		assertFalse(times.isSnoozed("oauth buero@kanzlei.test"));
		clock.advance(Duration.ofMinutes(1));
		assertFalse(times.isSnoozed(ANNA));
	}

	@Test
	void comesBackTheNextMorning() {
		times.snooze(ANNA, SnoozeTime.TOMORROW);
		assertEquals(Optional.of(Instant.parse("2026-11-23T06:00:00Z")), times.nextEnd());
	}

	@Test
	void remembersAcrossRestartsButForTheSessionOnly() {
		times.snooze(ANNA, SnoozeTime.TOMORROW);
		times.snooze("oauth buero@kanzlei.test", SnoozeTime.SESSION);
		assertTrue(times.isSnoozed("oauth buero@kanzlei.test"));
		ReminderTimes restarted = new ReminderTimes(clock, ZoneOffset.UTC, store);
		assertTrue(restarted.isSnoozed(ANNA));
		assertFalse(restarted.isSnoozed("oauth buero@kanzlei.test"));
	}

	@Test
	void remindsAgainOfWhatIsForgotten() {
		times.snooze(ANNA, SnoozeTime.SESSION);
		times.forget(ANNA);
		assertFalse(times.isSnoozed(ANNA));
		assertFalse(times.anySnoozed());
	}

	@Test
	void warnsOnceADayAlsoAfterARestart() {
		assertTrue(times.firstWarningToday());
		assertFalse(times.firstWarningToday());
		assertFalse(new ReminderTimes(clock, ZoneOffset.UTC, store).firstWarningToday());
		clock.set(Instant.parse("2026-11-23T00:00:00Z"));
		assertTrue(times.firstWarningToday());
	}
}

package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;
import org.postkontor.ui.internal.schedule.ScheduleMessages;
import org.postkontor.ui.internal.schedule.ScheduleModel;

/** When a mail goes out. */
class ScheduleModelTest {
	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
	private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

	@Test
	void meansTheTimeOfTheUsersClock() {
		SendOptions options = model("2026-11-23T08:00", "2026-11-23T17:00").options(Duration.ofSeconds(10));
		assertEquals(Optional.of(Instant.parse("2026-11-23T07:00:00Z")), options.notBefore());
		assertEquals(Optional.of(Instant.parse("2026-11-23T16:00:00Z")), options.notAfter());
		assertEquals(Priority.HIGH, options.priority());
		assertEquals(Duration.ofSeconds(10), options.undo());
	}

	@Test
	void goesBackToWhatWasChosen() {
		ScheduleModel model = model("2026-11-23T08:00", "2026-11-23T17:00");
		assertEquals(model, ScheduleModel.of(model.options(Duration.ZERO), BERLIN));
	}

	@Test
	void refusesWhatHasPassed() {
		assertEquals(Optional.of(ScheduleMessages.timePassed), model("2026-11-22T10:00", null).mistake(NOW));
		assertEquals(Optional.of(ScheduleMessages.deadlinePassed), model(null, "2026-11-22T10:00").mistake(NOW));
	}

	@Test
	void refusesADeadlineBeforeTheTimeOfSending() {
		assertEquals(Optional.of(ScheduleMessages.deadlineBefore), model("2026-11-23T17:00", "2026-11-23T17:00").mistake(NOW));
	}

	@Test
	void takesATimeThatClocksLeaveOutAsTheOneAfter() {
		assertEquals(Optional.of(Instant.parse("2027-03-28T01:30:00Z")), model("2027-03-28T02:30", null).options(Duration.ZERO).notBefore());
	}

	@Test
	void forgetsATimeOfSendingThatHasPassed() {
		assertEquals(Optional.empty(), model("2026-11-22T10:00", null).upcoming(NOW).notBefore());
	}

	private static ScheduleModel model(String notBefore, String notAfter) {
		return new ScheduleModel(Optional.ofNullable(notBefore).map(LocalDateTime::parse), Optional.ofNullable(notAfter).map(LocalDateTime::parse), Priority.HIGH,
				BERLIN);
	}
}

package org.postkontor.ui.internal.preferences;

import java.time.Duration;

/** A time as people choose it: in days. Hours that somebody else has chosen are rounded up, so that none looks like at once. */
record WholeDays(Duration time) {
	long days() {
		long days = time.toDays();
		return time.compareTo(Duration.ofDays(days)) > 0 ? days + 1 : days;
	}

	/** Hours are left alone as long as the number of days is. */
	Duration changedTo(long days) {
		return days == days() ? time : Duration.ofDays(days);
	}
}

package org.postkontor.ui.internal.outbox;

import java.time.Duration;

import org.eclipse.osgi.util.NLS;
import org.postkontor.ui.internal.Formats;

/** How far a mail is, in words; screen readers read what sighted people see as a bar. */
public record ProgressText(SendingProgress progress, Formats formats) {
	private static final int SECONDS_A_MINUTE = 60;
	private static final int PERCENT = 100;

	/** For the column of the state: how much of it, and the time that is left. */
	public String brief() {
		return progress.share() >= 1 ? OutboxMessages.sendingAnswer
				: withTime(NLS.bind(OutboxMessages.sendingProgress, (int) (progress.share() * PERCENT)));
	}

	/** Bytes and the time that is left. */
	public String amount() {
		return withTime(NLS.bind(OutboxMessages.progressBytes, formats.size(progress.sent()), formats.size(progress.total())));
	}

	private String withTime(String text) {
		return progress.remaining().map(r -> NLS.bind(OutboxMessages.progressRemaining, text, time(r))).orElse(text);
	}

	/** Rounded up: what is promised too short annoys. */
	private static String time(Duration duration) {
		long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
		return seconds < SECONDS_A_MINUTE ? NLS.bind(OutboxMessages.seconds, seconds)
				: NLS.bind(OutboxMessages.minutes, (seconds + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE);
	}
}

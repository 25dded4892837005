package org.postkontor.ui.internal.outbox;

import java.time.Duration;

import org.eclipse.osgi.util.NLS;
import org.postkontor.ui.internal.Formats;

/** How far a mail is, in words; screen readers read what sighted people see as a bar. */
public record ProgressText(SendingProgress progress, Formats formats) {
	private static final int SECONDS_A_MINUTE = 60;

	/** For the column of the state. */
	public String withState() {
		return NLS.bind(OutboxMessages.sendingProgress, amount());
	}

	/** Bytes and the time that is left. */
	public String amount() {
		String bytes = NLS.bind(OutboxMessages.progressBytes, formats.size(progress.sent()), formats.size(progress.total()));
		return progress.remaining().map(r -> NLS.bind(OutboxMessages.progressRemaining, bytes, time(r))).orElse(bytes);
	}

	/** Rounded up: what is promised too short annoys. */
	private static String time(Duration duration) {
		long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
		return seconds < SECONDS_A_MINUTE ? NLS.bind(OutboxMessages.seconds, seconds)
				: NLS.bind(OutboxMessages.minutes, (seconds + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE);
	}
}

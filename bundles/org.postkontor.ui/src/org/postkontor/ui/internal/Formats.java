package org.postkontor.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times and sizes as people write them in their language. */
public record Formats(Locale locale, ZoneId zone) {
	private static final double KILO = 1024;

	public static Formats ofUser() {
		return new Formats(Locale.getDefault(), ZoneId.systemDefault());
	}

	public String dateTime(Instant instant) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(locale).format(instant.atZone(zone));
	}

	public String date(Instant instant) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(instant.atZone(zone));
	}

	/** In KB or MB with at most one decimal; never 0 for something. */
	public String size(long bytes) {
		double kilo = bytes / KILO;
		return kilo < KILO ? String.format(locale, "%d KB", Math.max(1, Math.round(kilo))) : String.format(locale, "%.1f MB", kilo / KILO);
	}
}

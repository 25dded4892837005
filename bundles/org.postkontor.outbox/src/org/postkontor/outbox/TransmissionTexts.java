package org.postkontor.outbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of the transmission log, in German for a German locale, else in English. Immutable, thread-safe. */
public final class TransmissionTexts {
	private static final String BASE = "org.postkontor.outbox.internal.transmission-log-texts";
	/** Phrases that are stored, and their keys. */
	private static final Map<String, String> NOTES = Map.of("decided by the user", "note.user", "decided by the policy of the account", "note.policy",
			"no Sent folder", "note.no-folder", "filed by the server", "note.server", "no copy: spool file is damaged", "note.damaged", "found in Sent",
			"note.found");

	private final ResourceBundle bundle;

	public TransmissionTexts(Locale locale) {
		bundle = ResourceBundle.getBundle(BASE, locale, TransmissionTexts.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** The language of the texts, which need not be the one that was asked for. */
	public Locale locale() {
		return Locale.forLanguageTag(get("language"));
	}

	/** The label of a field; its keys are those of the page. */
	public String get(String key) {
		return bundle.getString(key);
	}

	public String of(Attempt.Outcome outcome) {
		return get("outcome." + outcome.name());
	}

	public String of(LogEvent.Kind kind) {
		return get("event." + kind.name());
	}

	public String of(MailState state) {
		return get("state." + state.name());
	}

	/** {@link LogEvent#note()} in this language if it is one of ours, else as it is. */
	public String note(String stored) {
		String key = NOTES.get(stored);
		return key == null ? stored : get(key);
	}

	/** Date and time to the second with the distance to UTC, so that it proves something in another time zone, too. */
	public String time(Instant time, ZoneId zone) {
		return DateTimeFormatter.ofPattern(get("time"), locale()).format(time.atZone(zone));
	}
}

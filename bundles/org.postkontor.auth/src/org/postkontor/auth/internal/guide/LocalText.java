package org.postkontor.auth.internal.guide;

import java.util.Locale;

/** A text in both languages; everybody who does not read German gets English. */
record LocalText(String de, String en) {
	String in(Locale locale) {
		return Locale.GERMAN.equals(language(locale)) ? de : en;
	}

	/** The language that is shown for a locale. */
	static Locale language(Locale locale) {
		return Locale.GERMAN.getLanguage().equals(locale.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
	}
}

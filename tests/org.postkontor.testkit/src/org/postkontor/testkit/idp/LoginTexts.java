package org.postkontor.testkit.idp;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the login page, in the language the browser asks for: German or English. */
final class LoginTexts {

	private static final ResourceBundle.Control EXACT = ResourceBundle.Control
			.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

	private final ResourceBundle bundle;
	private final String language;

	private LoginTexts(Locale locale) {
		bundle = ResourceBundle.getBundle(LoginTexts.class.getName(), locale, LoginTexts.class.getClassLoader(), EXACT);
		language = locale.getLanguage();
	}

	/** For an Accept-Language header; the first language counts. */
	static LoginTexts forBrowser(String acceptLanguage) {
		return new LoginTexts(acceptLanguage.toLowerCase(Locale.ROOT).startsWith("de") ? Locale.GERMAN : Locale.ENGLISH);
	}

	String get(String key) {
		return bundle.getString(key);
	}

	String language() {
		return language;
	}
}

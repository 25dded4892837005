package org.postkontor.check;

import java.util.Locale;
import java.util.ResourceBundle;

/** Labels of the account test, in English and German. Stateless, thread-safe. */
public final class CheckTexts {
	private static final String BASE = "org.postkontor.check.internal.check";

	/** Label of a {@link CheckStep#id()}; the id itself if it is unknown. */
	public String label(String stepId, Locale locale) {
		return text("step." + stepId, stepId, locale);
	}

	/** One word for a result. */
	public String result(CheckStep.Result result, Locale locale) {
		return text("result." + result.name(), result.name(), locale);
	}

	/** Another text of the report by its key. */
	String text(String key, Locale locale) {
		return text(key, key, locale);
	}

	private static String text(String key, String otherwise, Locale locale) {
		ResourceBundle bundle = ResourceBundle.getBundle(BASE, locale, CheckTexts.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
	}
}

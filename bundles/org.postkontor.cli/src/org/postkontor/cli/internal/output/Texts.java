package org.postkontor.cli.internal.output;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of the command line in one language. Places are {@code {name}}. */
public final class Texts {
	private final Locale locale;
	private final ResourceBundle bundle;

	public Texts(Locale locale) {
		this.locale = locale;
		this.bundle = ResourceBundle.getBundle("org.postkontor.cli.internal.cli", locale, Texts.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	public Locale locale() {
		return locale;
	}

	/** @param values name, value, name, value … */
	public String get(String key, Object... values) {
		return find(key, values).orElseThrow(() -> new MissingResourceException(key, "cli", key));
	}

	/** The text, or empty if there is none. */
	public Optional<String> find(String key, Object... values) {
		if (!bundle.containsKey(key)) {
			return Optional.empty();
		}
		String text = bundle.getString(key);
		for (int i = 0; i + 1 < values.length; i += 2) {
			text = text.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
		}
		return Optional.of(text);
	}

	/** The text of a constant, for example {@code state.QUEUED}. */
	public String of(String topic, Enum<?> constant) {
		return get(topic + "." + constant.name());
	}
}

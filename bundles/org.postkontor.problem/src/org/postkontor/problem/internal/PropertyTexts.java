package org.postkontor.problem.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

/** Reads property files in UTF-8. */
final class PropertyTexts {
	private PropertyTexts() {
	}

	/** The file of exactly that language; empty if there is none. */
	static Map<String, String> read(String base, String language, Function<String, @Nullable URL> finder) throws IOException {
		URL url = finder.apply(base + (language.isEmpty() ? "" : "_" + language) + ".properties");
		if (url == null) {
			return Map.of();
		}
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		Map<String, String> texts = new HashMap<>();
		properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
		return texts;
	}
}

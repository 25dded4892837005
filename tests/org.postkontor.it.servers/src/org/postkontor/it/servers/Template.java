package org.postkontor.it.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file with places like <code>${port}</code> to be filled. */
final class Template {
	private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)\\}");
	private final Map<String, String> values;

	Template(Map<String, String> values) {
		this.values = Map.copyOf(values);
	}

	/** @param name of a resource beside this class */
	Path write(String name, Path file) throws IOException {
		try (InputStream text = Template.class.getResourceAsStream(name)) {
			return Files.writeString(file, fill(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
		}
	}

	/** @throws IllegalArgumentException for a place that nothing is known for */
	String fill(String text) {
		return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(Optional.ofNullable(values.get(place.group(1)))
				.orElseThrow(() -> new IllegalArgumentException("no value for " + place.group()))));
	}
}

package org.postkontor.arch.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in English and in German. */
class TextsTest {
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z0-9.-]+\\}");

	/** The English files that people read: those in src and OSGI-INF/l10n; other properties files are data. */
	static List<Path> english() {
		return Checkout.find().bundles().stream().flatMap(b -> Stream.of("src", "OSGI-INF/l10n")
				.flatMap(f -> Checkout.files(b.folder().resolve(f), ".properties").stream()))
				.filter(f -> !f.toString().endsWith("_de.properties")).filter(f -> f.toString().contains("l10n") || isText(f)).toList();
	}

	private static boolean isText(Path file) {
		return Files.exists(german(file)) || file.getFileName().toString().matches(".*([Mm]essages|[Tt]exts).*");
	}

	@Test
	void findsTexts() {
		assertTrue(english().size() > 3, () -> english().toString());
	}

	@ParameterizedTest
	@MethodSource("english")
	void hasTheSameKeysInGerman(Path file) throws IOException {
		assertTrue(Files.exists(german(file)), () -> german(file) + " is missing");
		assertEquals(new TreeSet<>(read(file).stringPropertyNames()), new TreeSet<>(read(german(file)).stringPropertyNames()));
	}

	@ParameterizedTest
	@MethodSource("english")
	void hasTheSamePlaceholdersInGerman(Path file) throws IOException {
		Properties english = read(file);
		Properties german = Files.exists(german(file)) ? read(german(file)) : english;
		List<String> different = new ArrayList<>();
		for (String key : english.stringPropertyNames()) {
			if (!placeholders(english.getProperty(key)).equals(placeholders(german.getProperty(key, "")))) {
				different.add(key);
			}
		}
		assertEquals(List.of(), different);
	}

	@ParameterizedTest
	@MethodSource("english")
	void hasNoEmptyText(Path file) throws IOException {
		Properties english = read(file);
		assertEquals(List.of(), english.stringPropertyNames().stream().filter(k -> english.getProperty(k).isBlank()).toList());
	}

	private static TreeSet<String> placeholders(String text) {
		TreeSet<String> found = new TreeSet<>();
		PLACEHOLDER.matcher(text).results().forEach(r -> found.add(r.group()));
		return found;
	}

	private static Path german(Path english) {
		return english.resolveSibling(english.getFileName().toString().replace(".properties", "_de.properties"));
	}

	private static Properties read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader in = Files.newBufferedReader(file)) {
			properties.load(in);
		}
		return properties;
	}
}

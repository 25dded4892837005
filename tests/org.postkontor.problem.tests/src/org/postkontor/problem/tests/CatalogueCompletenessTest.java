package org.postkontor.problem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Remedy;

/** Every problem that the sources can report has its texts, in both languages. */
class CatalogueCompletenessTest {
	/** Every literal that looks like an id, since many are passed through tables and helpers. */
	private static final Pattern ID = Pattern.compile("\"((?:" + String.join("|", "address", "net", "tls", "home", "branding", "account", "auth", "transport",
			"outbox", "inbox", "message", "discovery", "check", "storage") + ")\\.[a-z]+(?:-[a-z]+)*)\"");
	/** Calls that take an id of any form as their first argument; in front of a plus sign it is only the beginning of one. */
	private static final Pattern CALL = Pattern.compile("\\bProblem\\.of\\(\\s*\"([a-z][a-z0-9.-]*[a-z0-9])\"\\s*[,)]");
	private static final Pattern ROW = Pattern.compile("\"problem\": \"([^\"]+)\"");
	private static final Pattern VALUE = Pattern.compile("\\{[^}]*\\}");

	private final ProjectSources sources = new ProjectSources();

	private TreeMap<String, Path> ids() throws IOException {
		TreeMap<String, Path> ids = new TreeMap<>();
		for (Path file : sources.javaFiles()) {
			String source = Files.readString(file);
			Stream.of(ID, CALL).flatMap(p -> p.matcher(source).results()).forEach(id -> ids.putIfAbsent(id.group(1), file.getFileName()));
		}
		ids.keySet().removeIf(id -> id.endsWith(".db")); // names of files
		for (Path rows : ProjectSources.files(sources.internal(), "-explanations.json")) {
			ROW.matcher(Files.readString(rows)).results().forEach(id -> ids.putIfAbsent(id.group(1), rows.getFileName()));
		}
		return ids;
	}

	private static Set<String> missing(TreeMap<String, Path> ids, Properties texts) {
		return ids.entrySet().stream().filter(e -> !texts.containsKey(e.getKey() + ".title") || !texts.containsKey(e.getKey() + ".text"))
				.map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyIdInTheSourcesHasAnEnglishText() throws IOException {
		assertTrue(ids().size() > 130, "the search finds ids: " + ids().keySet());
		assertEquals(Set.of(), missing(ids(), sources.texts(".properties")));
	}

	@Test
	void everyIdInTheSourcesHasAGermanText() throws IOException {
		assertEquals(Set.of(), missing(ids(), sources.texts("_de.properties")));
	}

	@Test
	void bothLanguagesHaveTheSameKeysWithTheSameValues() throws IOException {
		Properties english = sources.texts(".properties");
		Properties german = sources.texts("_de.properties");
		assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
		for (String key : english.stringPropertyNames()) {
			String id = key.replaceAll("\\.(title|text)$", "");
			assertTrue(valuesOf(english, id).containsAll(valuesOf(german, id)), key);
		}
	}

	private static Set<String> valuesOf(Properties texts, String id) {
		Matcher value = VALUE.matcher(texts.getProperty(id + ".title", "") + texts.getProperty(id + ".text", ""));
		return value.results().map(r -> r.group()).collect(Collectors.toSet());
	}

	@Test
	void titlesAreOneLineWithoutFullStopAndTextsAreSentences() throws IOException {
		for (String suffix : new String[] { ".properties", "_de.properties" }) {
			Properties texts = sources.texts(suffix);
			for (String key : texts.stringPropertyNames()) {
				String text = texts.getProperty(key);
				if (key.endsWith(".title")) {
					assertFalse(text.isBlank() || text.endsWith(".") || text.contains("\n"), key + suffix);
				} else if (key.endsWith(".text")) {
					assertTrue(text.endsWith(".") || text.endsWith("…") || text.endsWith("?") || text.endsWith(")"), key + suffix);
				}
			}
		}
	}

	@Test
	void everyRemedyAndFixerHasALabel() throws IOException {
		Properties german = sources.texts("_de.properties");
		assertTrue(Arrays.stream(Remedy.values()).filter(r -> r != Remedy.NONE).allMatch(r -> german.containsKey("remedy." + r)));
		assertTrue(Arrays.stream(Fixer.values()).allMatch(f -> german.containsKey("fixer." + f)));
	}
}

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

import org.junit.jupiter.api.Test;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Remedy;

/** Every problem that the sources can report has its texts, in both languages. */
class CatalogueCompletenessTest {
	/** Calls that take an id as their first argument; an id in front of a plus sign is only the beginning of one. */
	private static final Pattern ID = Pattern
			.compile("(?:Problem\\.of|\\bproblem|\\brefusal|\\bproxyProblem|\\bnetwork|\\bkeyring)\\(\\s*\"([a-z][a-z0-9.-]*[a-z0-9])\"\\s*[,)]");
	private static final Pattern VALUE = Pattern.compile("\\{[^}]*\\}");

	private final ProjectSources sources = new ProjectSources();

	/** The command line has texts of its own for what it reports. */
	private static boolean isOwnMatter(String id) {
		return id.startsWith("cli.");
	}

	private TreeMap<String, Path> ids() throws IOException {
		TreeMap<String, Path> ids = new TreeMap<>();
		for (Path file : sources.javaFiles()) {
			Matcher id = ID.matcher(Files.readString(file));
			while (id.find()) {
				ids.putIfAbsent(id.group(1), file.getFileName());
			}
		}
		ids.keySet().removeIf(CatalogueCompletenessTest::isOwnMatter);
		return ids;
	}

	private static Set<String> missing(TreeMap<String, Path> ids, Properties texts) {
		return ids.entrySet().stream().filter(e -> !texts.containsKey(e.getKey() + ".title") || !texts.containsKey(e.getKey() + ".text"))
				.map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyIdInTheSourcesHasAnEnglishText() throws IOException {
		assertTrue(ids().size() > 30, "the search finds ids: " + ids().keySet());
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

package org.postkontor.fakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.StorageProblems;

/** The texts of a topic that keeps data: {@code <topic>-problems.properties}. */
public abstract class ProblemTextsContract {
	private final String topic;
	private final Class<?> neighbour;

	/** @param neighbour a class beside the texts */
	protected ProblemTextsContract(String topic, Class<?> neighbour) {
		this.topic = topic;
		this.neighbour = neighbour;
	}

	@Test
	void existInBothLanguagesWithTheSameValues() throws Exception {
		Properties english = texts(topic + "-problems.properties");
		Properties german = texts(topic + "-problems_de.properties");
		assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(german.keySet()));
		for (String key : english.stringPropertyNames()) {
			assertEquals(placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
		}
	}

	@Test
	void haveATitleAndAText() throws Exception {
		Properties english = texts(topic + "-problems.properties");
		for (String key : english.stringPropertyNames()) {
			String id = key.substring(0, key.lastIndexOf('.'));
			assertTrue(english.containsKey(id + ".title") && english.containsKey(id + ".text"), id);
		}
	}

	@Test
	void existForEveryProblemOfAStore() throws Exception {
		Properties english = texts(topic + "-problems.properties");
		StorageProblems problems = new StorageProblems(topic);
		Path file = Path.of("file");
		Exception cause = new Exception("cause");
		for (ProblemException problem : List.of(problems.newer(file, 2, 1), problems.networkHome(file, "nfs"), problems.storage(file, cause),
				problems.full(file, cause), problems.database(file, cause), problems.unsafe(file, "setting", "value"), problems.busy())) {
			String id = problem.problem().id();
			assertTrue(english.containsKey(id + ".text"), id);
			assertTrue(problem.problem().values().keySet().containsAll(placeholders(english.getProperty(id + ".text"))), id);
		}
	}

	private static Set<String> placeholders(String text) {
		Set<String> names = new TreeSet<>();
		Matcher matcher = Pattern.compile("\\{(\\w+)}").matcher(text);
		while (matcher.find()) {
			names.add(matcher.group(1));
		}
		return names;
	}

	private Properties texts(String name) throws Exception {
		Properties properties = new Properties();
		try (var in = new InputStreamReader(neighbour.getResourceAsStream(name), StandardCharsets.UTF_8)) {
			properties.load(in);
		}
		return properties;
	}
}

package org.postkontor.inbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.postkontor.inbox.internal.SqliteInbox;

class ProblemTextsTest {
	@Test
	void existInBothLanguagesWithTheSameValues() throws Exception {
		Properties english = texts("inbox-problems.properties");
		Properties german = texts("inbox-problems_de.properties");
		assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(german.keySet()));
		for (String key : english.stringPropertyNames()) {
			assertEquals(placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
		}
	}

	@Test
	void haveATitleAndAText() throws Exception {
		Properties english = texts("inbox-problems.properties");
		for (String key : english.stringPropertyNames()) {
			String id = key.substring(0, key.lastIndexOf('.'));
			assertTrue(english.containsKey(id + ".title") && english.containsKey(id + ".text"), id);
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

	private static Properties texts(String name) throws Exception {
		Properties properties = new Properties();
		try (var in = new InputStreamReader(SqliteInbox.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
			properties.load(in);
		}
		return properties;
	}
}

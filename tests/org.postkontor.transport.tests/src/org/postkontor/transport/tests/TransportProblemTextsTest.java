package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.postkontor.transport.internal.MailActivation;

class TransportProblemTextsTest {
	/** Values that every problem of a connection has, or that the problem with that text sets. */
	private static final Set<String> VALUES = Set.of("address", "host", "port", "protocol", "user", "size", "limit");

	private static Properties texts(String suffix) throws IOException {
		Properties texts = new Properties();
		try (InputStream in = MailActivation.class.getResourceAsStream("transport-problems" + suffix + ".properties")) {
			assertNotNull(in);
			texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return texts;
	}

	private static Set<String> placeholders(String text) {
		Matcher names = Pattern.compile("\\{(\\w+)\\}").matcher(text);
		return names.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void englishAndGermanHaveTheSameKeysAndPlaceholders() throws Exception {
		Properties english = texts("");
		Properties german = texts("_de");
		assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
		for (String key : english.stringPropertyNames()) {
			assertEquals(placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
			assertTrue(VALUES.containsAll(placeholders(english.getProperty(key))), key);
		}
	}

	@Test
	void everyProblemHasATitleWithoutAFullStopAndAnExplanation() throws Exception {
		for (String suffix : new String[] { "", "_de" }) {
			Properties texts = texts(suffix);
			for (String key : texts.stringPropertyNames()) {
				String base = key.substring(0, key.lastIndexOf('.'));
				assertFalse(texts.getProperty(base + ".title").endsWith("."), key);
				assertTrue(texts.getProperty(base + ".text").endsWith("."), key);
			}
		}
	}

	@Test
	void everyIdInTheCodeIsExplained() throws Exception {
		Set<String> explained = texts("").stringPropertyNames();
		for (String id : ProblemIds.inConstantPoolsOf(MailActivation.class)) {
			assertTrue(explained.contains(id + ".title"), id);
		}
	}
}

package org.postkontor.transport.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.postkontor.transport.exchange.internal.Meaning;

class ExchangeProblemTextsTest {
	private static final Set<String> VALUES = Set.of("host", "port", "protocol", "user");

	private static Properties texts(String suffix) throws Exception {
		Properties texts = new Properties();
		try (var in = new InputStreamReader(Meaning.class.getResourceAsStream("exchange-problems" + suffix + ".properties"), StandardCharsets.UTF_8)) {
			texts.load(in);
		}
		return texts;
	}

	private static Set<String> placeholders(String text) {
		return Pattern.compile("\\{(\\w+)\\}").matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void englishAndGermanSayTheSameWithValuesThatEveryProblemHas() throws Exception {
		Properties english = texts("");
		Properties german = texts("_de");
		assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
		for (String key : english.stringPropertyNames()) {
			assertEquals(placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
			assertTrue(VALUES.containsAll(placeholders(english.getProperty(key))), key);
			assertFalse(key.endsWith(".title") && english.getProperty(key).endsWith("."), key);
			assertTrue(english.containsKey(key.replace(".title", ".text")), key);
		}
	}
}

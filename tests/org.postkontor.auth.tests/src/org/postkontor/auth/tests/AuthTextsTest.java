package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.problem.Problem;

class AuthTextsTest {
	private static final String PROBLEMS = "/org/postkontor/auth/internal/auth-problems";

	@ParameterizedTest
	@ValueSource(strings = { PROBLEMS, "/org/postkontor/auth/loopback/pages" })
	void germanAndEnglishHaveTheSameKeysAndValues(String base) throws IOException {
		Properties english = load(base + ".properties");
		Properties german = load(base + "_de.properties");
		assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
		for (String key : english.stringPropertyNames()) {
			assertEquals(names(english.getProperty(key)), names(german.getProperty(key)), key);
		}
	}

	@Test
	void everyProblemHasATitleAndATextThatUsesItsValuesOnly() throws IOException {
		Properties english = load(PROBLEMS + ".properties");
		for (Problem problem : problems()) {
			for (String part : List.of(".title", ".text")) {
				String text = english.getProperty(problem.id() + part);
				assertTrue(text != null && !text.isBlank(), problem.id() + part);
				assertTrue(problem.values().keySet().containsAll(names(text)), problem.id() + part);
			}
		}
	}

	private static List<Problem> problems() {
		Path file = Path.of("file");
		return List.of(AuthProblems.notSignedIn("p"), AuthProblems.sessionUnreadable("p", "f"), AuthProblems.sessionNewer("p", "f"),
				AuthProblems.noAdminConsent("a"), AuthProblems.consentsNewer(file), AuthProblems.refused("p", "h"), AuthProblems.passwordRefused("p", "h"), AuthProblems.foreignHost("p", "h"),
				AuthProblems.wrongUser("a", "b"), AuthProblems.nothingToSignIn("a"), AuthProblems.providerUnknown("p"), AuthProblems.providerBroken("p", "c"),
				AuthProblems.providerConflict("a", "b", "c"), AuthProblems.providerInvalid("a", "b", "c"), AuthProblems.busy("x"), AuthProblems.keyringLocked(),
				AuthProblems.keyringMissing(), AuthProblems.keyringRefused(), AuthProblems.vaultKeyMissing(), AuthProblems.passwordFile("missing", file),
				AuthProblems.passwordFile("open", file), AuthProblems.passwordFile("empty", file), AuthProblems.vaultDamaged(file),
				AuthProblems.vaultNewer(file), AuthProblems.vaultUnwritable(file));
	}

	private static Set<String> names(String text) {
		Set<String> names = new TreeSet<>();
		Matcher matcher = Pattern.compile("\\{(\\w+)\\}").matcher(text);
		while (matcher.find()) {
			names.add(matcher.group(1));
		}
		return names;
	}

	private static Properties load(String file) throws IOException {
		Properties texts = new Properties();
		try (InputStream in = TokenVault.class.getResourceAsStream(file)) {
			texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return texts;
	}
}

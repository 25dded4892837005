package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.check.CheckStep;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.GlobalOptions;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.command.Commands;
import org.postkontor.cli.internal.output.Help;
import org.postkontor.cli.internal.output.Texts;
import org.postkontor.outbox.MailState;

class TextsTest {
	private static final String FOLDER = "bundles/org.postkontor.cli/src/org/postkontor/cli/internal/";
	private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

	@Test
	void hasEveryKeyInBothLanguagesWithTheSamePlaces() throws Exception {
		Properties english = read("cli.properties");
		Properties german = read("cli_de.properties");
		assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(german.keySet()));
		for (String key : english.stringPropertyNames()) {
			if (!key.startsWith("json.") && !key.startsWith("reference.")) {
				assertEquals(places(english.getProperty(key)), places(german.getProperty(key)), key);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "de", "fr" })
	void describesEveryCommandOptionAndConstant(String language) {
		Texts texts = new Texts(Locale.forLanguageTag(language));
		Help help = new Help(texts, Commands.syntaxes(), GlobalOptions.SYNTAX);
		for (CommandSyntax command : Commands.syntaxes()) {
			assertFalse(help.command(command).isEmpty());
			for (Option option : command.options()) {
				assertFalse(help.option(option, command.key()).isBlank());
			}
			assertTrue(texts.find("json." + command.key()).isPresent() || command.equals(Commands.HELP), command::name);
		}
		for (ExitCode code : ExitCode.values()) {
			assertFalse(texts.of("exit", code).isBlank());
		}
		for (MailState state : MailState.values()) {
			assertFalse(texts.of("state", state).isBlank());
		}
		for (CheckStep.Result result : CheckStep.Result.values()) {
			assertFalse(texts.of("result", result).isBlank());
		}
	}

	@Test
	void speaksEnglishToEverybodyElse() {
		assertEquals("yes", new Texts(Locale.FRENCH).get("yes"));
		assertEquals("ja", new Texts(Locale.forLanguageTag("de-AT")).get("yes"));
	}

	@Test
	void hasTitleAndExplanationOfEveryProblemThatTheSourcesName() throws Exception {
		Properties english = read("cli.properties");
		var ids = Pattern.compile("(?:UsageProblem\\.of|CommandFailure\\.of|failure|unknown)\\((?:ExitCode\\.\\w+, )?(?:ProblemKind\\.\\w+, )?\"([a-z0-9.-]+)\"|\"cli\\.([a-z-]+)\"")
				.matcher(Sources.ofCommandLine());
		Set<String> seen = new HashSet<>();
		while (ids.find()) {
			String id = ids.group(1) == null ? ids.group(2) : ids.group(1);
			seen.add(id);
			assertTrue(english.containsKey("problem." + id + ".title"), id);
			assertTrue(english.containsKey("problem." + id + ".explanation"), id);
		}
		assertTrue(seen.size() > 30, seen::toString);
	}

	@Test
	void fillsInValues() {
		assertEquals("Signed in: {x}", new Texts(Locale.ENGLISH).get("signin.done", "address", "{x}"));
	}

	private static Set<String> places(String text) {
		return PLACE.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toSet());
	}

	private static Properties read(String name) throws Exception {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(Sources.find(FOLDER + name))) {
			properties.load(reader);
		}
		return properties;
	}
}

package org.postkontor.example.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The page for the office's IT says what the data say. */
class RegistrationGuideTest {
	private static final Path ROOT = Path.of("..", "..");
	/** The check of a registration asks several times and so tells the causes of this error apart; a sign-in cannot. */
	private static final String TOLD_APART = "invalid_client";
	private static final Pattern PROBLEM = Pattern.compile("(?m)^\\| [^|]+ \\| `([a-z]+\\.[a-z-]+)` \\|");
	private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| `(oauth\\.[a-z-]+)` \\|");

	@Test
	void eachPageOfAProviderIsLinked() throws IOException {
		List<String> links = found(Pattern.compile("\"link\": \"([^\"]+)\""), data()).stream().map(link -> link.group(1)).toList();
		assertFalse(links.isEmpty());
		for (String link : links) {
			assertTrue(page().contains("(" + link + ")"), link);
		}
	}

	@Test
	void theDayOfTheDataIsNamed() throws IOException {
		MatchResult looked = found(Pattern.compile("\"looked\": \"([0-9-]+)\""), data()).getFirst();
		assertTrue(page().contains("(" + looked.group(1) + ")"), looked.group(1));
	}

	@Test
	void eachMistakeIsTheOneOfTheCatalogue() throws IOException {
		String catalogue = read("bundles/org.postkontor.problem/src/org/postkontor/problem/internal/oauth-explanations.json");
		List<MatchResult> rows = found(ROW, page());
		assertFalse(rows.isEmpty());
		for (MatchResult row : rows) {
			if (row.group(1).equals(TOLD_APART)) {
				continue;
			}
			Pattern entry = Pattern.compile("\"codes\": \"(?:[^\"]* )?" + row.group(1) + "(?: [^\"]*)?\",.*?\"problem\": \"([^\"]+)\"");
			List<String> problems = found(entry, catalogue).stream().map(problem -> problem.group(1)).toList();
			assertEquals(List.of(row.group(2)), problems, row.group(1));
		}
	}

	@Test
	void eachMistakeHasATextInBothLanguages() throws IOException {
		List<MatchResult> rows = found(PROBLEM, page());
		assertTrue(rows.size() > 25, rows.size() + " rows");
		for (String language : List.of("", "_de")) {
			String texts = read("bundles/org.postkontor.problem/src/org/postkontor/problem/internal/oauth-explanations" + language + ".properties")
					+ read("bundles/org.postkontor.auth/src/org/postkontor/auth/internal/auth-problems" + language + ".properties");
			for (MatchResult row : rows) {
				assertTrue(texts.contains("\n" + row.group(1) + ".title"), row.group(1) + language);
			}
		}
	}

	@Test
	void itIsLinkedWhereItIsLookedFor() throws IOException {
		assertTrue(read("README.md").contains("(docs/registration.md)"));
		assertTrue(read("docs/sign-in.md").contains("(registration.md)"));
		assertTrue(read("docs/adding-a-provider.md").contains("(registration.md)"));
	}

	private static String data() throws IOException {
		return read("bundles/org.postkontor.auth/src/org/postkontor/auth/internal/guide/registrations.json");
	}

	private static String page() throws IOException {
		return read("docs/registration.md");
	}

	private static String read(String file) throws IOException {
		return Files.readString(ROOT.resolve(file));
	}

	private static List<MatchResult> found(Pattern pattern, String text) {
		return pattern.matcher(text).results().toList();
	}
}

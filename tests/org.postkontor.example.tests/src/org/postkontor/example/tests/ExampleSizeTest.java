package org.postkontor.example.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the documentation promises about the examples. */
class ExampleSizeTest {
	private static final Path ROOT = Path.of("..", "..");

	@Test
	void aProviderNeedsAtMostEightyLinesOfJava() throws IOException {
		long lines = 0;
		for (Path file : java(ROOT.resolve("examples/org.postkontor.example.provider/src"))) {
			lines += Files.readAllLines(file).size();
		}
		assertTrue(lines > 0 && lines <= 80, lines + " lines");
	}

	@Test
	void theHowToShowsTheDeclarationAsItIs() throws IOException {
		String plugin = Files.readString(ROOT.resolve("examples/org.postkontor.example.provider/plugin.xml"));
		Matcher shown = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(ROOT.resolve("docs/adding-a-provider.md")));
		List<String> blocks = shown.results().map(found -> found.group(1).strip()).toList();
		assertFalse(blocks.isEmpty());
		for (String block : blocks) {
			assertTrue(squeeze(plugin).contains(squeeze(block)), block);
		}
	}

	@Test
	void theDocumentationNamesTheExamples() throws IOException {
		assertTrue(Files.readString(ROOT.resolve("docs/adding-a-provider.md")).contains("examples/org.postkontor.example.provider"));
		assertTrue(Files.readString(ROOT.resolve("docs/embedding.md")).contains("examples/org.postkontor.example.suite"));
	}

	@Test
	void noFeatureOfTheProductHasAnExample() throws IOException {
		for (String feature : List.of("core", "ui", "product")) {
			assertFalse(Files.readString(ROOT.resolve("features/org.postkontor." + feature + ".feature/feature.xml")).contains("example"), feature);
		}
		String sdk = Files.readString(ROOT.resolve("features/org.postkontor.sdk.feature/feature.xml"));
		assertEquals(2, Pattern.compile("org\\.postkontor\\.example\\.(provider|suite)\\.source\"").matcher(sdk).results().count());
	}

	private static List<Path> java(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".java")).toList();
		}
	}

	private static String squeeze(String xml) {
		return xml.replaceAll("\\s+", " ");
	}
}

package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The features, installed by p2 into a product that knows nothing of Postkontor. */
@EnabledOnOs(OS.LINUX)
class FeatureInstallTest {
	@TempDir
	Path folder;

	@Test
	void bringsBundlesSourcesAndContractTests() throws IOException {
		String bundles = Files.readString(Made.bareProduct().resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"));
		for (String name : List.of("org.postkontor.outbox", "org.postkontor.auth.oauth", "org.postkontor.auth.microsoft", "org.postkontor.cli", "org.postkontor.ui", "org.postkontor.contract")) {
			assertTrue(bundles.contains("\n" + name + ","), name);
			try (var plugins = Files.list(Made.bareProduct().resolve("plugins"))) {
				assertTrue(plugins.anyMatch(f -> f.getFileName().toString().startsWith(name + ".source_")), name + ".source");
			}
		}
	}

	@Test
	void startsTheWorkbenchOfTheForeignProductWithOurViewsAndPages() throws Exception {
		assumeTrue(!System.getenv().getOrDefault("DISPLAY", "").isBlank(), "no display");
		Program.Result result = start("org.postkontor.bare.application");
		assertEquals(0, result.code(), result::toString);
		assertTrue(result.output().contains("WORKBENCH OPEN"), result::toString);
		assertTrue(result.output().contains("VIEW org.postkontor.ui."), result::toString);
		assertTrue(result.output().contains("PAGE org.postkontor.ui."), result::toString);
	}

	@Test
	void startsTheCommandLineInTheForeignProduct() throws Exception {
		Program.Result result = start("org.postkontor.cli.application", "help");
		assertEquals(0, result.code(), result::toString);
	}

	private Program.Result start(String application, String... arguments) throws Exception {
		Path launcher;
		try (var plugins = Files.list(Made.bareProduct().resolve("plugins"))) {
			launcher = plugins.filter(f -> f.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
		}
		var command = new java.util.ArrayList<>(List.of(Made.java(), "--enable-native-access=ALL-UNNAMED", "-jar", launcher.toString(), "-nosplash", "-consoleLog",
				"-application", application, "-configuration", folder.resolve("configuration").toString(), "-data", folder.resolve("data").toString()));
		command.addAll(List.of(arguments));
		return new Program(command.toArray(String[]::new)).run(Duration.ofSeconds(90));
	}
}

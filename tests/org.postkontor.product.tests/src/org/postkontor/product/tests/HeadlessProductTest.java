package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class HeadlessProductTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	@TempDir
	Path folder;

	@Test
	void severalProcessesMayStartForTheFirstTimeAtOnce() throws Exception {
		try (var executor = Executors.newFixedThreadPool(3)) {
			var results = executor.invokeAll(IntStream.range(0, 3).<Callable<Program.Result>>mapToObj(i -> () -> help(Made.linuxProduct())).toList());
			for (Future<Program.Result> result : results) {
				assertEquals(0, result.get().code(), () -> result.resultNow().toString());
			}
		}
	}

	@Test
	void leavesTheProductFolderUntouched() throws Exception {
		Path copy = Files.createDirectory(folder.resolve("read only"));
		assertEquals(0, new Program("cp", "-a", Made.linuxProduct() + "/.", copy.toString()).run(LIMIT).code());
		String before = listing(copy);
		assertEquals(0, new Program("chmod", "-R", "a-w", copy.toString()).run(LIMIT).code());
		Program.Result result = help(copy);
		assertEquals(0, new Program("chmod", "-R", "u+w", copy.toString()).run(LIMIT).code());
		assertEquals(0, result.code(), result::toString);
		assertEquals(before, listing(copy));
	}

	@Test
	void keepsWhatItCachesReadableForItsUserOnly() throws Exception {
		assertEquals(0, help(Made.linuxProduct()).code());
		Path cache = folder.resolve("cache/postkontor");
		try (var files = Files.walk(cache)) {
			for (Path file : files.toList()) {
				assertFalse(Files.getPosixFilePermissions(file).toString().contains("OTHERS"), file::toString);
			}
		}
	}

	@Test
	void theFirstStartLeavesAnArchiveOfClassesForTheNextOnes() throws Exception {
		assertEquals(0, help(Made.linuxProduct()).code());
		assertTrue(Files.size(archive()) > 5_000_000, () -> "an archive of " + archive().toFile().length() + " bytes");
		assertFalse(Files.exists(archive().resolveSibling("home")), "what the first start needed for itself");
	}

	@Test
	void anArchiveOfClassesThatDoesNotFitIsIgnoredInSilence() throws Exception {
		Program.Result fitting = help(Made.linuxProduct());
		Files.writeString(archive(), "not an archive");
		assertEquals(fitting, help(Made.linuxProduct()));
		Files.delete(archive());
		assertEquals(fitting, help(Made.linuxProduct()));
		assertFalse(Files.exists(archive()), "a command does its own work only");
	}

	private Path archive() {
		try (var files = Files.list(folder.resolve("cache/postkontor"))) {
			return files.filter(f -> f.getFileName().toString().startsWith("cli-")).findFirst().orElseThrow().resolve("classes.jsa");
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void saysWhatToInstallWithoutJava() throws Exception {
		Path script = Made.linuxProduct().resolve("postkontor-java.sh");
		Path product = Files.createDirectories(folder.resolve("product/configuration/org.eclipse.equinox.simpleconfigurator")).getParent().getParent();
		Files.createFile(product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"));
		Files.copy(Made.linuxProduct().resolve("postkontor-cli"), product.resolve("postkontor-cli"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
		Files.writeString(product.resolve("postkontor-java.sh"), Files.readString(script).replace("/usr/lib/jvm/*", "/nowhere/*").replace("/opt/*", ""));
		Program.Result result = new Program(product.resolve("postkontor-cli").toString(), "help").with("PATH", ToolPath.without("java", folder))
				.with("HOME", folder.toString()).without("JAVA_HOME").run(LIMIT);
		assertEquals(69, result.code(), result::toString);
		assertTrue(result.output().contains("needs Java 21 or newer") && result.output().contains("adoptium.net"), result::toString);
	}

	private Program.Result help(Path product) throws IOException, InterruptedException {
		return new Program(product.resolve("postkontor-cli").toString(), "help").with("XDG_CACHE_HOME", folder.resolve("cache").toString()).run(LIMIT);
	}

	private static String listing(Path folder) throws Exception {
		return new Program("find", ".", "-type", "f", "-printf", "%p %s\n").in(folder).run(LIMIT).output().lines().sorted().reduce("", (a, b) -> a + "\n" + b);
	}
}

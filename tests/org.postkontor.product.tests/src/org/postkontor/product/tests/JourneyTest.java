package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The journey of {@code ./run --headless}: every step its own process of the materialized product, on real protocols. */
@EnabledOnOs(OS.LINUX)
@Tag("long")
class JourneyTest {
	@TempDir
	Path folder;

	@Test
	void leadsFromAnAddressToReceivedMail() throws Exception {
		travel();
	}

	@Test
	void tellsNoSecretWithAllLoggingSwitchedOn() throws Exception {
		Path logs = folder.resolve("logs");
		travel("--logs", logs.toString());
		String java = Files.readString(logs.resolve("java-0.log"));
		String processes = text(logs, "process-");
		assertTrue(java.contains("FINEST: ") && java.contains("INFO: REQUEST: ") && processes.contains("|WRITE: TLS"), "really everything is on");
		assertTrue(java.contains("jdk.httpclient.HttpClient.log=all\" would show"), "what is left out is said");
		assertFalse(java.contains("HEADERS: ") || processes.contains("Plaintext "), "neither headers nor what TLS carries");
		Program.Result scan = ledger(new Program(Made.ROOT.resolve("test").toString(), "--scan", folder.toString())).run(Duration.ofMinutes(2));
		assertEquals(0, scan.code(), scan::toString);
		assertTrue(scan.output().matches("(?s).* and [1-9][0-9]* other secrets\\s*"), scan::toString);
	}

	/** How long it takes is printed, not judged: machines that test are often busy. */
	private void travel(String... more) throws Exception {
		Path target = Made.ROOT.resolve("tests/org.postkontor.demo/target");
		Path jar;
		try (var files = Files.list(target)) {
			jar = files.filter(f -> f.getFileName().toString().matches("org\\.postkontor\\.demo-[^-]*(-SNAPSHOT)?\\.jar")).findFirst().orElseThrow();
		}
		List<String> command = new ArrayList<>(List.of(Made.java(), "-cp", jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
				"org.postkontor.demo.journey.Journey", "--product", Made.linuxProduct().toString(), "--dir", folder.resolve("world").toString()));
		command.addAll(List.of(more));
		Program.Result result = ledger(new Program(command.toArray(String[]::new))).run(Duration.ofMinutes(8));
		System.out.println(result.output());
		assertEquals(0, result.code(), result::toString);
	}

	/** Where the demo world notes its passwords: as the whole run wants it, or in a place of our own. */
	private Program ledger(Program program) {
		return System.getenv("POSTKONTOR_SECRETS") == null ? program.with("POSTKONTOR_SECRETS", folder.resolve("secrets").toString()) : program;
	}

	private static String text(Path folder, String prefix) throws IOException {
		StringBuilder text = new StringBuilder();
		for (Path file : Files.list(folder).toList()) {
			if (file.getFileName().toString().startsWith(prefix)) {
				text.append(Files.readString(file));
			}
		}
		return text.toString();
	}
}

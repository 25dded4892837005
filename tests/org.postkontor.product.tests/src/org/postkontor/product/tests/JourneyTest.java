package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The journey of {@code ./run --headless}: every step its own process of the materialized product, on real protocols. */
@EnabledOnOs(OS.LINUX)
class JourneyTest {
	@TempDir
	Path folder;

	@Test
	void leadsFromAnAddressToReceivedMail() throws Exception {
		Path target = Made.ROOT.resolve("tests/org.postkontor.demo/target");
		Path jar;
		try (var files = Files.list(target)) {
			jar = files.filter(f -> f.getFileName().toString().matches("org\\.postkontor\\.demo-[^-]*(-SNAPSHOT)?\\.jar")).findFirst().orElseThrow();
		}
		Program.Result result = new Program(Made.java(), "-cp", jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
				"org.postkontor.demo.journey.Journey", "--product", Made.linuxProduct().toString(), "--dir", folder.toString())
						.run(Duration.ofMinutes(6));
		// How long it takes is printed, not judged: machines that test are often busy.
		System.out.println(result.output());
		assertEquals(0, result.code(), result::toString);
	}
}

package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.demo.journey.Journey;
import org.postkontor.it.servers.RealWorld;

/** The journey of {@code ./run --headless --servers=real}. */
@Tag("long")
@ExtendWith(RealServers.class)
class RealJourneyTest {
	private static final int MINUTES = 6;
	@TempDir
	Path folder;

	@Test
	void leadsFromAnAddressToReceivedMail(Interop interop) throws Exception {
		Path output = folder.resolve("output.txt");
		Process journey = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
				Journey.class.getName(), "--product", Made.linuxProduct().toString(), "--dir", folder.resolve("journey").toString(), "--world", RealWorld.class.getName())
						.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		boolean ended = journey.waitFor(MINUTES, TimeUnit.MINUTES);
		if (!ended) {
			journey.descendants().forEach(ProcessHandle::destroy);
			journey.destroy();
		}
		String text = Files.readString(output);
		assertTrue(ended, text);
		assertEquals(0, journey.exitValue(), text);
		interop.saw("Dovecot", "the whole way", "the journey: from discovering an address to comparing the received bytes", "");
	}
}

package org.postkontor.it.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.testkit.Wait;

/** The program with real Dovecot and Postfix. */
@Timeout(180)
@Tag("long")
class RealWorldTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	@TempDir
	Path folder;

	@BeforeEach
	void needServers() {
		assumeTrue(Requirements.obstacle().isEmpty(), () -> Requirements.obstacle().orElse(""));
	}

	@Test
	void itsServersEndWithItsInput() throws Exception {
		Process world = start();
		List<ProcessHandle> servers = servers(world);
		world.getOutputStream().close();
		assertEquals(0, world.waitFor());
		assertGone(servers);
	}

	@Test
	void aKilledWorldLeavesNoServerBehind() throws Exception {
		Process world = start();
		List<ProcessHandle> servers = servers(world);
		world.destroyForcibly().waitFor();
		assertGone(servers);
	}

	private Process start() throws Exception {
		Process world = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
				RealWorld.class.getName(), "--dir", folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader lines = world.inputReader()) {
			assertEquals("READY", lines.readLine());
		}
		return world;
	}

	/** Two Dovecots, a Postfix and all their children; the watchdog, too. */
	private static List<ProcessHandle> servers(Process world) {
		List<ProcessHandle> servers = world.descendants().toList();
		assertFalse(servers.size() < 10, servers::toString);
		return servers;
	}

	private static void assertGone(List<ProcessHandle> servers) {
		Wait.until("the end of all servers", () -> servers.stream().noneMatch(ProcessHandle::isAlive), LIMIT);
		Wait.until("the end of their folder", () -> foldersOf(servers).isEmpty(), LIMIT);
	}

	private static List<Path> foldersOf(List<ProcessHandle> servers) throws Exception {
		List<String> numbers = servers.stream().map(server -> Long.toString(server.pid())).toList();
		try (var folders = Files.newDirectoryStream(Path.of("/tmp"), "postkontor-servers-*")) {
			List<Path> found = new java.util.ArrayList<>();
			for (Path folder : folders) {
				Path record = folder.resolve("pids/postfix");
				if (Files.exists(record) && numbers.contains(Files.readString(record).split(" ")[0])) {
					found.add(folder);
				}
			}
			return found;
		}
	}
}

package org.postkontor.it.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.postkontor.testkit.Wait;

@EnabledOnOs(OS.LINUX)
@Timeout(120)
@Tag("long")
class PremisesTest {
	private static final Duration LIMIT = Duration.ofSeconds(30);
	/** A server with a child, and a second that does not care for a polite signal. */
	private static final String[][] SERVERS = { { "sh", "-c", "sleep 600 & wait" }, { "sh", "-c", "trap '' TERM; sleep 600 & wait; sleep 600" } };

	@Test
	void endsItsServersAndDeletesTheFolder() throws Exception {
		Path folder;
		ServerProcess server;
		try (Premises premises = Premises.open()) {
			folder = premises.folder();
			server = premises.start("polite", new ProcessBuilder(SERVERS[0]));
			awaitRecords(folder, 1);
			assertTrue(server.alive());
		}
		assertFalse(server.alive());
		assertFalse(Files.exists(folder));
	}

	@Test
	void aServerThatWasStoppedCanBeStartedAgain() throws Exception {
		try (Premises premises = Premises.open()) {
			ServerProcess first = premises.start("again", new ProcessBuilder("sh", "-c", "echo first; sleep 600"));
			Wait.until("the server says something", () -> first.output().equals("first\n"), LIMIT);
			first.stop(LIMIT);
			assertFalse(first.alive());
			ServerProcess second = premises.start("again", new ProcessBuilder("sh", "-c", "echo second; sleep 600"));
			Wait.until("the next one, too", () -> second.output().equals("first\nsecond\n"), LIMIT);
			assertNotEquals(first.pid(), second.pid());
			second.kill();
			assertFalse(second.alive());
		}
	}

	@Test
	void aKilledVirtualMachineLeavesNoServerBehind() throws Exception {
		Process owner = owner();
		try (BufferedReader lines = owner.inputReader()) {
			Path folder = Path.of(lines.readLine());
			List<ProcessStart> servers = awaitRecords(folder, SERVERS.length);
			owner.destroyForcibly().waitFor();
			Wait.until("the end of all servers", () -> noneRuns(servers), LIMIT);
			Wait.until("the end of the folder", () -> Files.notExists(folder), LIMIT);
		}
	}

	@Test
	void theNextOneCleansUpWhereTheWatchdogWasKilledToo() throws Exception {
		Process owner = owner();
		try (BufferedReader lines = owner.inputReader()) {
			Path folder = Path.of(lines.readLine());
			List<ProcessStart> servers = awaitRecords(folder, SERVERS.length);
			owner.children().filter(child -> child.info().commandLine().orElse("").contains("watchdog")).forEach(ProcessHandle::destroyForcibly);
			owner.destroyForcibly().waitFor();
			assertFalse(noneRuns(servers));
			try (Premises next = Premises.open()) {
				Wait.until("the end of all servers", () -> noneRuns(servers), LIMIT); // a signal takes its time on a busy machine
				assertFalse(Files.exists(folder));
				assertTrue(Files.exists(next.folder()));
			}
		}
	}

	@Test
	void aNumberThatWasGivenToSomebodyElseMeanwhileIsLeftAlone() throws Exception {
		Process stranger = new ProcessBuilder("sleep", "600").start();
		try {
			try (Premises premises = Premises.open()) {
				String earlier = stranger.pid() + " 1";
				Files.writeString(premises.folder().resolve("pids/recorded"), earlier);
				assertFalse(ProcessStart.parse(earlier).runs());
			}
			assertTrue(stranger.isAlive());
		} finally {
			stranger.destroy();
		}
	}

	@Test
	void neverGivesAPortTwice() throws Exception {
		FreePorts ports = new FreePorts();
		assertEquals(50, java.util.stream.IntStream.range(0, 50).map(i -> port(ports)).distinct().count());
	}

	private static int port(FreePorts ports) {
		try {
			return ports.next();
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static boolean noneRuns(List<ProcessStart> servers) throws Exception {
		for (ProcessStart server : servers) {
			if (server.runs()) {
				return false;
			}
		}
		return true;
	}

	private static List<ProcessStart> awaitRecords(Path folder, int count) throws Exception {
		Wait.until("records of the servers", () -> records(folder).size() == count, LIMIT);
		List<ProcessStart> records = records(folder);
		assertFalse(noneRuns(records));
		return records;
	}

	private static List<ProcessStart> records(Path folder) throws Exception {
		try (var files = Files.list(folder.resolve("pids"))) {
			return files.map(PremisesTest::read).filter(text -> !text.isBlank()).map(ProcessStart::parse).toList();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static Process owner() throws Exception {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
				Owner.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	/** A virtual machine with servers, to be killed. */
	static final class Owner {
		public static void main(String[] arguments) throws Exception {
			Premises premises = Premises.open();
			for (int i = 0; i < SERVERS.length; i++) {
				premises.start("server" + i, new ProcessBuilder(SERVERS[i]));
			}
			System.out.println(premises.folder());
			Thread.currentThread().join();
		}
	}
}

package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.postkontor.fakes.Invariants;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.testkit.CrashPoints;
import org.postkontor.testkit.FakeClock;

/** A home, and servers whose memory is in files beside it, for {@link CrashChild} and for whoever looks at it afterwards. */
record ForkedHome(Path folder) {

	/** Runs a VM that must end at a crash point. */
	void crash(String what, String label, int count) throws Exception {
		assertEquals(CrashPoints.STATUS, run(what, "-D" + CrashPoints.LABEL + "=" + label, "-D" + CrashPoints.COUNT + "=" + count), label);
	}

	int run(String what, String... options) throws Exception {
		Process process = start(what, options);
		String output = new String(process.getInputStream().readAllBytes());
		assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
		return process.exitValue();
	}

	Process start(String what, String... options) throws IOException {
		return new ProcessBuilder(command(what, options)).redirectErrorStream(true).start();
	}

	List<String> command(String what, String... options) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
		command.addAll(List.of(options));
		if (!what.equals("large")) {
			command.add("-XX:TieredStopAtLevel=1");
		}
		command.addAll(List.of("-cp", ForkedClassPath.of(CrashChild.class), CrashChild.class.getName(), folder.toString(), what));
		return command;
	}

	/** Lines of a file of the servers, or of {@code accepted}: what a user was told. */
	List<String> lines(String file) throws IOException {
		Path path = folder.resolve(file);
		return Files.exists(path) ? Files.readAllLines(path) : List.of();
	}

	/** Names in the spool but for the marks of living processes. */
	List<String> spoolFiles() throws IOException {
		try (var files = Files.list(folder.resolve("home/outbox/spool"))) {
			return files.map(f -> f.getFileName().toString()).filter(n -> !n.endsWith(".alive")).sorted().toList();
		}
	}

	/** Starts again, drains until nothing is due, and checks what holds after every crash. The mails as they stand then. */
	List<OutboxEntry> recover() throws Exception {
		FakeClock clock = new FakeClock(java.time.Instant.now());
		try (Rig rig = CrashChild.rig(folder, 0)) {
			rig.time = clock;
			rig.drain();
			clock.advance(Duration.ofDays(1));
			rig.drain();
			Invariants invariants = new Invariants(folder.resolve("home"), rig.outbox(), new Invariants.Witness() {
				@Override
				public int deliveries(String messageId) {
					return count("deliveries", messageId);
				}

				@Override
				public int copies(String messageId) {
					return count("sent", messageId);
				}
			}, Set.of(), List.of("token1"));
			invariants.look(lines("accepted").stream().map(OutboxId::new).toList()).assertGood("after the crash");
			List<OutboxEntry> entries = rig.outbox().entries();
			List<String> delivered = lines("deliveries");
			rig.drain();
			assertEquals(delivered, lines("deliveries"));
			invariants.assertRecovered(Rig.ANNA, Rig.draft("after the crash", 1));
			return entries;
		}
	}

	private int count(String file, String line) {
		try {
			return Collections.frequency(lines(file), line);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}

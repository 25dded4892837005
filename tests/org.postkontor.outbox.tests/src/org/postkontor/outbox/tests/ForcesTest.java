package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.testkit.CrashPoints;

/** That what is called durable is really forced: the settings of SQLite, and the calls that the operating system sees. */
class ForcesTest {
	private static final Pattern CALL = Pattern.compile("(fsync|fdatasync|write)\\(\\d+<([^>]*)>(?:, \"([a-z-]+)\\\\n\")?.*");

	@TempDir
	Path folder;

	@Test
	void theOutboxHasAForcedLogFromTheStart() throws Exception {
		try (Rig rig = new Rig(folder)) {
			rig.outbox().entries();
			for (String[] setting : new String[][] { { "journal_mode", "wal" }, { "synchronous", "2" }, { "foreign_keys", "1" } }) {
				try (var statement = rig.connection().createStatement(); var value = statement.executeQuery("PRAGMA " + setting[0])) {
					assertEquals(setting[1], value.getString(1), setting[0]);
				}
			}
		}
	}

	/** One force for each transition, before its effect: more would cost time, less would be a lie. */
	@Test
	void everyTransitionIsForcedOnce() throws Exception {
		assumeTrue(hasStrace(), "strace is not installed or may not trace: forces are not counted");
		List<String> calls = trace();
		assertEquals(List.of("spool"), between(calls, "before-spool", "after-spool"));
		assertEquals(List.of("outbox.db-wal"), between(calls, "record-submitted", "after-row"));
		assertEquals(List.of("outbox.db-wal"), between(calls.subList(0, calls.indexOf("label after-attempt") + 1), "record-attempt", "after-attempt"));
		assertEquals(List.of("outbox.db-wal"), between(calls, "record-accepted", "after-attempt"), "the answer and the attempt that follows");
		assertEquals(List.of("outbox.db-wal"), between(calls, "record-boundary", "after-boundary"));
		assertEquals(List.of("outbox.db-wal"), between(calls, "record-accepted", "after-sent"));
		assertEquals(List.of("outbox.db-wal"), between(calls, "record-filed", "after-append"), "before the next copy is filed");
		assertEquals(List.of(".tmp"), between(calls, "after-row", "before-spool"), "the bytes of the next mail");
	}

	/** The forces of the last mail between two labels. */
	private static List<String> between(List<String> calls, String from, String to) {
		int end = calls.lastIndexOf("label " + to);
		int start = calls.subList(0, end).lastIndexOf("label " + from);
		return calls.subList(start + 1, end).stream().filter(call -> call.startsWith("force ")).map(call -> call.substring("force ".length())).toList();
	}

	private List<String> trace() throws Exception {
		ForkedHome home = new ForkedHome(folder);
		Path record = folder.resolve("record");
		Path trace = folder.resolve("trace");
		List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-y", "-s", "64", "-e", "trace=fsync,fdatasync,write", "-o", trace.toString()));
		command.addAll(home.command("three", "-D" + CrashPoints.RECORD + "=" + record));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes());
		assertEquals(0, process.waitFor(), said);
		List<String> calls = new ArrayList<>();
		for (String line : Files.readAllLines(trace)) {
			Matcher call = CALL.matcher(line.replaceFirst("^\\d+ +", ""));
			if (call.matches() && call.group(1).equals("write")) {
				if (Path.of(call.group(2)).equals(record)) {
					calls.add("label " + call.group(3));
				}
			} else if (call.matches()) {
				String name = String.valueOf(Path.of(call.group(2)).getFileName());
				calls.add("force " + (name.endsWith(".tmp") ? ".tmp" : name));
			}
		}
		return calls;
	}

	private static boolean hasStrace() throws InterruptedException {
		try {
			return new ProcessBuilder("strace", "-qq", "-e", "trace=fsync", "true").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start().waitFor() == 0;
		} catch (IOException notInstalled) {
			return false;
		}
	}
}

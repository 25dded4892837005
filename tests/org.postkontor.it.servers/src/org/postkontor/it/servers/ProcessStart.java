package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A process of Linux, told from others that get the same number later by the time of its start.
 *
 * @param start in clock ticks since boot, field 22 of {@code /proc/PID/stat} (proc(5)); empty if it does not run, or has ended
 *              and only waits for its parent to notice
 */
record ProcessStart(long pid, String start) {
	/** Counted behind the name, which may hold blanks and parentheses. */
	private static final int FIELD = 19;

	static ProcessStart of(long pid) throws IOException {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			boolean ended = fields[0].equals("Z");
			return new ProcessStart(pid, ended ? "" : fields[FIELD]);
		} catch (NoSuchFileException e) {
			return new ProcessStart(pid, "");
		}
	}

	/** Reads what {@link #toString()} writes. */
	static ProcessStart parse(String text) {
		String[] parts = text.strip().split(" ");
		return new ProcessStart(Long.parseLong(parts[0]), parts.length > 1 ? parts[1] : "");
	}

	boolean runs() throws IOException {
		return !start.isEmpty() && equals(of(pid));
	}

	@Override
	public String toString() {
		return pid + " " + start;
	}
}

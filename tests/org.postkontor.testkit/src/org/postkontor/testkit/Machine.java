package org.postkontor.testkit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Where the numbers come from: without this line they mean nothing. */
public final class Machine {
	private Machine() {
	}

	/**
	 * One line; the load average is that of this moment.
	 *
	 * @param command what was run
	 */
	public static String describe(String command) throws IOException {
		var system = ManagementFactory.getOperatingSystemMXBean();
		return LocalDate.now() + ", `" + command + "`, " + system.getAvailableProcessors() + " cores" + processor() + ", "
				+ System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + System.getProperty("java.vendor") + " JDK "
				+ System.getProperty("java.version") + ", load average " + String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage());
	}

	/** Processor time of this VM so far. */
	public static long processorNanos() {
		return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system ? system.getProcessCpuTime() : 0;
	}

	private static String processor() throws IOException {
		Path file = Path.of("/proc/cpuinfo");
		if (!Files.isReadable(file)) {
			return "";
		}
		try (var lines = Files.lines(file)) {
			return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")").orElse("");
		}
	}
}

package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, with a limit of time. */
final class Program {
	private final ProcessBuilder builder;

	Program(String... command) {
		builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
	}

	Program in(Path folder) {
		builder.directory(folder.toFile());
		return this;
	}

	Program with(String variable, String value) {
		builder.environment().put(variable, value);
		return this;
	}

	Program without(String variable) {
		builder.environment().remove(variable);
		return this;
	}

	Map<String, String> environment() {
		return new TreeMap<>(builder.environment());
	}

	/** Exit code and everything the program wrote. */
	record Result(int code, String output) {
		@Override
		public String toString() {
			return "exit code " + code + "\n" + output;
		}
	}

	Result run(Duration limit) throws IOException, InterruptedException {
		Path output = Files.createTempFile("program", ".txt");
		try {
			Process process = builder.redirectOutput(output.toFile()).start();
			process.getOutputStream().close();
			boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
			if (!ended) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly().waitFor();
			}
			String text = Files.readString(output);
			assertTrue(ended, () -> builder.command() + " did not end within " + limit + "\n" + text);
			return new Result(process.exitValue(), text);
		} finally {
			Files.delete(output);
		}
	}
}

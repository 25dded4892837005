package org.postkontor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another process that is read line by line; what it started ends with it. */
final class Forked implements AutoCloseable {
	private static final long KILOBYTE = 1024;

	private final Process process;
	private final BufferedReader lines;
	private final StringBuilder said = new StringBuilder();

	Forked(ProcessBuilder builder) throws IOException {
		process = builder.redirectErrorStream(true).start();
		lines = process.inputReader(StandardCharsets.UTF_8);
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * Waits for a line that begins so, and returns what follows.
	 *
	 * @throws IllegalStateException the process ended before, or the time was over; the text is what the process said
	 */
	String await(String start, Duration limit) throws InterruptedException {
		CompletableFuture<String> found = CompletableFuture.supplyAsync(() -> find(start));
		try {
			return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
		} catch (ExecutionException | TimeoutException e) {
			close();
			synchronized (said) {
				throw new IllegalStateException("no line " + start + " within " + limit + " from:\n" + said, e);
			}
		}
	}

	private String find(String start) {
		try {
			for (String line; (line = lines.readLine()) != null;) {
				if (line.startsWith(start)) {
					return line.substring(start.length()).strip();
				}
				synchronized (said) {
					said.append(line).append('\n');
				}
			}
		} catch (IOException e) {
			throw new CompletionException(e);
		}
		throw new IllegalStateException("the process ended");
	}

	void say(String line) throws IOException {
		process.outputWriter(StandardCharsets.UTF_8).write(line + "\n");
		process.outputWriter(StandardCharsets.UTF_8).flush();
	}

	/** Of the process itself, so far; 0 if the operating system does not tell. */
	Duration processorTime() {
		return process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** Memory of the process that is not swapped out; 0 if the operating system does not tell. */
	long residentBytes() throws IOException {
		Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
		if (!Files.isReadable(status)) {
			return 0;
		}
		try (var words = Files.lines(status)) {
			return words.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE).findFirst().orElse(0);
		}
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroy);
		process.destroy();
		try {
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

package org.postkontor.it.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server in its {@link Premises}, in the foreground of a session of its own, so that all it starts can be ended with it. */
public final class ServerProcess {
	private final Process process;
	private final Path log;

	ServerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	public long pid() {
		return process.pid();
	}

	public boolean alive() {
		return process.isAlive();
	}

	/** What it wrote to its standard output and error so far. */
	public String output() {
		try {
			return Files.readString(log);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** SIGTERM, then SIGKILL for what of its session is still there when it has ended or {@code limit} is over. */
	public void stop(Duration limit) throws IOException, InterruptedException {
		process.destroy();
		process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
		kill();
	}

	/** Ends it at once with all its children, as a power failure would. */
	public void kill() throws IOException, InterruptedException {
		kill("KILL", "-" + pid());
		process.waitFor();
	}

	/** Sends a signal to it alone. */
	void signal(String name) throws IOException, InterruptedException {
		kill(name, String.valueOf(pid()));
	}

	private static void kill(String signal, String target) throws IOException, InterruptedException {
		new ProcessBuilder("sh", "-c", "kill -s " + signal + " -- " + target).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
				.waitFor();
	}
}

package org.postkontor.demo.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A world of servers in a JVM of its own; it ends when this is closed or this JVM ends. */
record World(Process process, DemoFile file) implements AutoCloseable {

	/** @param program the class that runs it */
	static World start(String program, Path folder) throws Exception {
		System.out.println("== " + program.substring(program.lastIndexOf('.') + 1));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), program, "--dir", folder.toString())
						.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end of the world"));
		awaitReady(process);
		return new World(process, DemoFile.read(folder.resolve("demo.json")));
	}

	/** The reading goes on after READY, so that the world never waits for a full pipe. */
	private static void awaitReady(Process process) throws JourneyStopped, InterruptedException, ExecutionException {
		CompletableFuture<Boolean> ready = new CompletableFuture<>();
		Thread.ofVirtual().start(() -> {
			try (BufferedReader lines = process.inputReader()) {
				for (String line; (line = lines.readLine()) != null;) {
					if (line.startsWith("READY")) {
						ready.complete(true);
					}
				}
				ready.complete(false);
			} catch (IOException e) {
				ready.completeExceptionally(e);
			}
		});
		try {
			if (!ready.get(60, TimeUnit.SECONDS)) {
				throw new JourneyStopped("The world ended before it was ready; its message is above.");
			}
		} catch (TimeoutException e) {
			throw new JourneyStopped("The world was not ready after 60 seconds.");
		}
	}

	@Override
	public void close() {
		process.destroy();
	}
}

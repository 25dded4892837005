package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An X server without a monitor, on a display number of its own choice, with a window manager if there is one. */
record VirtualScreen(String display, boolean hasWindowManager) {

	/** Starts it; it ends with {@code children}. Empty where there is no Xvfb. */
	static Optional<VirtualScreen> start(Children children) throws IOException, InterruptedException {
		if (!onPath("Xvfb")) {
			return Optional.empty();
		}
		Process server = children.start(new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
				.redirectError(ProcessBuilder.Redirect.DISCARD));
		String display = ":" + number(server);
		if (onPath("openbox")) {
			ProcessBuilder manager = new ProcessBuilder("openbox").redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.redirectError(ProcessBuilder.Redirect.DISCARD);
			manager.environment().put("DISPLAY", display);
			children.start(manager);
		}
		return Optional.of(new VirtualScreen(display, onPath("openbox")));
	}

	private static String number(Process server) throws InterruptedException {
		try {
			String line = CompletableFuture.supplyAsync(() -> firstLine(server)).get(20, TimeUnit.SECONDS);
			if (line != null) {
				return line.strip();
			}
		} catch (ExecutionException | TimeoutException e) {
			throw new Failure(70, "Xvfb did not start within 20 seconds: " + e);
		}
		throw new Failure(70, "Xvfb ended at once; is another X server broken, or /tmp/.X11-unix not writable?");
	}

	private static String firstLine(Process server) {
		try {
			return server.inputReader().readLine();
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static boolean onPath(String program) {
		return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
				.anyMatch(folder -> !folder.isBlank() && Files.isExecutable(Path.of(folder, program)));
	}
}

package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program with a window that says when it can be used; then it is ended. The sample's {@code before} is its processor
 * time in seconds.
 */
record StartedWindow(String name, List<String> command, Path folder) implements Side {
	private static final Duration LIMIT = Duration.ofMinutes(2);

	/** By its start script, as a user does, with its own data in {@code folder}. */
	static StartedWindow product(String name, Path script, Path folder) throws IOException {
		Path own = Files.createDirectories(folder.resolve("product"));
		return new StartedWindow(name, List.of(script.toString(), "--home", own.resolve("home").toString()), own);
	}

	/** With the same flags of the VM as the start script of the product has. */
	static StartedWindow bare(String name, Path product, Path folder) throws IOException {
		Path own = Files.createDirectories(folder.resolve("bare"));
		Path launcher;
		try (var plugins = Files.list(product.resolve("plugins"))) {
			launcher = plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
		}
		return new StartedWindow(name, List.of(Forked.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-jar", launcher.toString(),
				"-nosplash", "-application", "org.postkontor.bare.application", "-configuration", own.resolve("configuration").toString(), "-data",
				own.resolve("data").toString()), own);
	}

	@Override
	public Sample round() throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
		builder.environment().put("JAVA_TOOL_OPTIONS", "-Dpostkontor.startup.report=/dev/stdout");
		long start = System.nanoTime();
		try (Forked window = new Forked(builder)) {
			window.await("usable ", LIMIT);
			double usable = Rounds.seconds(start);
			return new Sample(window.processorTime().toNanos() / 1e9, usable, 0, 0);
		}
	}
}

package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program with a window that says when it can be used; then it is ended. The processor time is its own.
 */
record StartedWindow(String name, List<String> command, Path folder) implements Side {
	private static final Duration LIMIT = Duration.ofMinutes(2);

	/** By its start script, as a user does, with its own data in {@code folder}. */
	static StartedWindow product(String name, Path script, Path folder) throws IOException {
		Path own = Files.createDirectories(folder.resolve("product"));
		return new StartedWindow(name, List.of(script.toString(), "--home", own.resolve("home").toString()), own);
	}

	/** With the flags of the VM that the start script of the product has, but without its archive of classes. */
	static StartedWindow bare(String name, Path product, Path folder) throws IOException {
		return bare(name, product, folder.resolve("bare"), List.of());
	}

	/** With all flags of the VM that the start script of the product has. */
	static StartedWindow bareWithArchive(String name, Path product, Path folder) throws IOException {
		Path own = folder.resolve("bare-archive");
		return bare(name, product, own, List.of("-XX:SharedArchiveFile=" + own.resolve("classes.jsa"), "-XX:+AutoCreateSharedArchive", "-Xlog:disable"));
	}

	private static StartedWindow bare(String name, Path product, Path own, List<String> flags) throws IOException {
		Files.createDirectories(own);
		Path launcher;
		try (var plugins = Files.list(product.resolve("plugins"))) {
			launcher = plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
		}
		List<String> command = new ArrayList<>(List.of(Forked.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(flags);
		command.addAll(List.of("-jar", launcher.toString(), "-nosplash", "-application", "org.postkontor.bare.application", "-configuration",
				own.resolve("configuration").toString(), "-data", own.resolve("data").toString()));
		return new StartedWindow(name, command, own);
	}

	/** @param options of the VM more than that it says when the window can be used */
	Forked start(String options) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
		builder.environment().put("JAVA_TOOL_OPTIONS", "-Dpostkontor.startup.report=/dev/stdout" + options);
		return new Forked(builder);
	}

	/** Why no window can be opened here, to be said instead of numbers; empty if one can. */
	static String obstacle() {
		if (!System.getProperty("os.name").equals("Linux")) {
			return Bench.LEFT_OUT + ": this benchmark knows the product for Linux only.\n";
		}
		return System.getenv().getOrDefault("DISPLAY", "").isBlank() ? Bench.LEFT_OUT + ": there is no display (`./test --setup` installs Xvfb).\n" : "";
	}

	/** The start script of the product. */
	static Path script(Options options) {
		return options.root().resolve("releng/org.postkontor.product/target/products/org.postkontor.product/linux/gtk/x86_64/postkontor/postkontor");
	}

	@Override
	public Sample round() throws Exception {
		long start = System.nanoTime();
		try (Forked window = start("")) {
			window.await("usable ", LIMIT);
			double usable = Rounds.seconds(start);
			return new Sample(0, usable, 1, 0, 0, 0, window.processorTime().toNanos() / 1e9);
		}
	}
}

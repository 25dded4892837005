package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The checkout and the places in it. */
record Project(Path root) {

	static Project here() {
		return new Project(Path.of(System.getProperty("postkontor.root")).toAbsolutePath().normalize());
	}

	/** Everything that is neither source nor made by Maven. */
	Path work() throws IOException {
		return Files.createDirectories(root.resolve(".build"));
	}

	/** The folder of the product for this machine that holds the start scripts. */
	Path product() {
		Path products = root.resolve("releng/org.postkontor.product/target/products/org.postkontor.product");
		return switch (os()) {
		case "windows" -> products.resolve("win32/win32/x86_64/postkontor");
		case "mac" -> products.resolve("macosx/cocoa/aarch64/postkontor.app/Contents/Eclipse");
		default -> products.resolve("linux/gtk/x86_64/postkontor");
		};
	}

	/** A start script of the product, {@code postkontor} or {@code postkontor-cli}. */
	Path script(String name) {
		return product().resolve(windows() ? name + ".cmd" : name);
	}

	/** A program below {@code tests} that works on this checkout, on the Java that was found for the build. */
	ProcessBuilder tool(String name, String mainClass, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(java(), "--enable-native-access=ALL-UNNAMED", "-cp", classPath(name), mainClass, "--root", root.toString()));
		command.addAll(arguments);
		return Run.ownJava(new ProcessBuilder(command));
	}

	/** The class path of a program below {@code tests}: {@code demo}, {@code bench} or {@code reliability}. */
	String classPath(String name) throws IOException {
		Path target = root.resolve("tests/org.postkontor." + name + "/target");
		try (Stream<Path> files = Files.list(target)) {
			Path jar = files.filter(f -> f.getFileName().toString().matches("org\\.postkontor\\." + name + "-[^-]*(-SNAPSHOT)?\\.jar"))
					.findFirst().orElseThrow(() -> new Failure(70, "It was not built: no jar in " + target));
			return jar + System.getProperty("path.separator") + target.resolve("lib") + java.io.File.separator + "*";
		}
	}

	static boolean windows() {
		return os().equals("windows");
	}

	static String os() {
		String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return name.contains("win") && !name.contains("darwin") ? "windows" : name.contains("mac") ? "mac" : "linux";
	}

	/** The program {@code java} of the JDK that runs this command. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java").toString();
	}
}

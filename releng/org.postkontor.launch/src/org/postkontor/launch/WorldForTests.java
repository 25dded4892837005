package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Starts a world for the tests of windows in the middle of the build: as soon as Maven begins the module after the world's.
 * A world that does not start makes those tests fail, and its message is printed.
 */
final class WorldForTests implements Consumer<String> {
	private static final Pattern MODULE = Pattern.compile("\\[INFO\\] Building .+ \\[\\d+/\\d+\\]");
	private final Demo demo;
	private final String module;
	private final Path folder;
	private boolean building;

	WorldForTests(Project project, Children children, Servers servers) throws IOException {
		this.demo = new Demo(project, children, servers);
		this.module = servers.name();
		this.folder = Files.createTempDirectory(project.work(), "demo-");
		children.afterwards(() -> Folders.delete(folder));
	}

	/** Where the world puts its files. */
	Path folder() {
		return folder;
	}

	private Path errors() {
		return folder.resolve("world.log");
	}

	private String said() {
		try {
			return Files.readString(errors());
		} catch (IOException e) {
			return "";
		}
	}

	@Override
	public void accept(String line) {
		if (!MODULE.matcher(line).find()) {
			return;
		}
		if (building) {
			start();
		}
		building = line.contains(module);
	}

	private void start() {
		try {
			demo.world(folder, ProcessBuilder.Redirect.appendTo(errors().toFile()));
		} catch (IOException | Failure e) {
			System.out.println(module + " for the tests did not start: " + e.getMessage() + "\n" + said());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

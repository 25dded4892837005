package org.postkontor.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The demo: a world of servers in a JVM of its own, and the product in it. */
final class Demo {
	private final Project project;
	private final Children children;
	private final Servers servers;

	Demo(Project project, Children children, Servers servers) {
		this.project = project;
		this.children = children;
		this.servers = servers;
	}

	/** The journey without a window; it starts the world itself. Returns its exit code. */
	int journey() throws Exception {
		return inFolder(folder -> children.run(Run.ownJava(new ProcessBuilder(Project.java(), "-cp", project.classPath(servers.module()),
				"org.postkontor.demo.journey.Journey", "--product", project.product().toString(), "--dir", folder.toString(), "--world", servers.program()))));
	}

	/** World and window; ends when the window was closed. Returns the product's exit code. */
	int window() throws Exception {
		return inFolder(folder -> {
			Process world = world(folder, ProcessBuilder.Redirect.INHERIT);
			int code = children.run(Run.ownJava(new ProcessBuilder(project.script("postkontor").toString(),
					"--home", folder.resolve("home").toString(), "--branding", folder.resolve("branding.json").toString())));
			Children.end(world);
			return code;
		});
	}

	/** Starts the world with its files in {@code folder} and waits until it is ready. @param errors where its standard error goes */
	Process world(Path folder, ProcessBuilder.Redirect errors) throws IOException, InterruptedException {
		Process world = children.start(new ProcessBuilder(Project.java(), "-cp", project.classPath(servers.module()),
				servers.program(), "--dir", folder.toString()).redirectError(errors));
		awaitReady(world);
		return world;
	}

	/** Prints what the world says; the reading goes on after READY, so that the world never waits for a full pipe. */
	private static void awaitReady(Process world) throws InterruptedException {
		CompletableFuture<Boolean> ready = new CompletableFuture<>();
		Thread.ofVirtual().start(() -> {
			try (BufferedReader lines = world.inputReader()) {
				for (String line; (line = lines.readLine()) != null;) {
					System.out.println("[demo] " + line);
					if (line.startsWith("READY")) {
						ready.complete(true);
					}
				}
			} catch (IOException e) {
				System.err.println("[demo] " + e);
			}
			ready.complete(false);
		});
		try {
			if (!ready.get(60, TimeUnit.SECONDS)) {
				throw new Failure(70, "The demo world ended before it was ready; its message is above.");
			}
		} catch (java.util.concurrent.ExecutionException | TimeoutException e) {
			throw new Failure(70, "The demo world was not ready after 60 seconds.");
		}
	}

	private int inFolder(Work work) throws Exception {
		Path folder = Files.createTempDirectory(project.work(), "demo-");
		children.afterwards(() -> Folders.delete(folder));
		return work.in(folder);
	}

	/** What is done with a folder of its own. */
	private interface Work {
		int in(Path folder) throws Exception;
	}
}

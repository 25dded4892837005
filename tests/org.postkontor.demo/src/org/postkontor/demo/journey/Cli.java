package org.postkontor.demo.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The headless product: each call is a process of its own, printed before it starts. */
final class Cli {
	private static final int LIMIT_SECONDS = 60;
	private static final int LIMIT_SECONDS_LOGGING = 180;
	private final Path program;
	private final Path folder;
	private final Optional<Logging> logging;

	/** @param logging if the product is to tell everything */
	Cli(Path product, Path folder, Optional<Logging> logging) {
		this.logging = logging;
		boolean windows = java.io.File.separatorChar == '\\';
		this.program = product.resolve(windows ? "postkontor-cli.cmd" : "postkontor-cli");
		this.folder = folder;
	}

	/** Where this journey's product keeps its data. */
	Path home() {
		return folder.resolve("home");
	}

	/** Runs a command that must succeed. Returns what it wrote to its standard output. */
	byte[] bytes(String... command) throws IOException, InterruptedException, JourneyStopped {
		return run(false, command);
	}

	private byte[] run(boolean platformTraces, String... command) throws IOException, InterruptedException, JourneyStopped {
		Path output = Files.createTempFile(folder, "output", ".bin");
		Process process = builder(platformTraces, command).redirectOutput(output.toFile()).start();
		process.getOutputStream().close();
		await(process, command);
		byte[] bytes = Files.readAllBytes(output);
		Files.delete(output);
		if (process.exitValue() != 0) {
			throw new JourneyStopped(String.join(" ", command) + ": exit code " + process.exitValue() + "\n" + new String(bytes, StandardCharsets.UTF_8));
		}
		return bytes;
	}

	/** The last line of the output, which is the result in JSON. */
	String json(String... command) throws IOException, InterruptedException, JourneyStopped {
		List<String> all = new ArrayList<>(List.of(command));
		all.add("--json");
		List<String> lines = new String(run(true, all.toArray(String[]::new)), StandardCharsets.UTF_8).lines().toList();
		if (lines.isEmpty()) {
			throw new JourneyStopped(String.join(" ", command) + ": no output");
		}
		return lines.get(lines.size() - 1);
	}

	/** Starts a command; the caller reads its output, in which each line of the product is an object in JSON. */
	Process start(String... command) throws IOException {
		Process process = builder(true, command).start();
		process.getOutputStream().close();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end of " + command[0]));
		return process;
	}

	/** Waits for the end, not for ever. */
	void await(Process process, String... command) throws InterruptedException, JourneyStopped {
		int limit = logging.isPresent() ? LIMIT_SECONDS_LOGGING : LIMIT_SECONDS;
		if (!process.waitFor(limit, TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroy);
			process.destroy();
			throw new JourneyStopped(String.join(" ", command) + ": no end after " + limit + " seconds");
		}
	}

	private ProcessBuilder builder(boolean platformTraces, String... command) {
		List<String> all = new ArrayList<>(List.of(program.toString(), "--home", home().toString(), "--branding", folder.resolve("branding.json").toString(),
				"--trust-ca", folder.resolve("ca.pem").toString()));
		all.addAll(List.of(command));
		System.out.println("$ " + program.getFileName() + " " + String.join(" ", command).replace(folder.toString(), "DIR"));
		ProcessBuilder builder = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		logging.ifPresent(everything -> everything.in(builder, platformTraces));
		return builder;
	}
}

package org.postkontor.launch;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs Maven: quietly, with a log file, without the network once everything was there. */
final class Build {
	/** A build is over before the second compiler of the VM would be worth its time: half the processor time without it. */
	private static final String MAVEN_VM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
	private final Project project;
	private final Children children;
	private final Fingerprint fingerprint;

	Build(Project project, Children children) {
		this.project = project;
		this.children = children;
		this.fingerprint = new Fingerprint(project.root());
	}

	/** Makes products, demo world and real servers, unless nothing has changed since they were made. */
	void ensureProduct() throws IOException, InterruptedException {
		ensure("product", "package", ":org.postkontor.product,:org.postkontor.it.servers", List.of("built"), project.script("postkontor-cli"));
	}

	/** Makes the archives of the products, the empty workbench and the benchmarks, unless nothing has changed since. */
	void ensureBenchmarks() throws IOException, InterruptedException {
		ensure("bench", "verify", ":org.postkontor.product,:org.postkontor.it.servers,:org.postkontor.bare.product,:org.postkontor.bench", List.of("bench", "built"),
				project.script("postkontor-cli"));
	}

	/** Makes the program that kills processes of the outbox, unless nothing has changed since. */
	void ensureReliability() throws IOException, InterruptedException {
		ensure("reliability", "package", ":org.postkontor.reliability", List.of("reliability-built"),
				project.root().resolve("tests/org.postkontor.reliability/target/org.postkontor.reliability-0.1.0-SNAPSHOT.jar"));
	}

	/**
	 * @param stamps what is there afterwards; the first tells whether anything has to be done
	 * @param made   is made, too, and may have been deleted
	 */
	private void ensure(String what, String phase, String modules, List<String> stamps, Path made) throws IOException, InterruptedException {
		String sources = fingerprint.ofSources();
		if (sources.equals(stamp(stamps.get(0))) && Files.isRegularFile(made)) {
			return;
		}
		System.out.println("Building (log: .build/build.log) ...");
		forget("built", "bench", "reliability-built");
		int code = maven(what, List.of("clean", phase, "-DskipTests", "-pl", modules, "-am"), Map.of(), line -> {
		});
		if (code != 0) {
			printEndOfLog();
			throw new Failure(code, "The build failed; the whole log is " + log());
		}
		remember(stamps, sources);
	}

	/** Builds everything and runs tests; {@code lines} sees what Maven prints. Returns Maven's exit code. */
	int verify(List<String> more, Map<String, String> environment, Consumer<String> lines) throws IOException, InterruptedException {
		String sources = fingerprint.ofSources();
		forget("built", "bench", "reliability-built");
		List<String> goals = new ArrayList<>(List.of("clean", "verify", "--fail-at-end"));
		goals.addAll(more);
		int code = maven("tests", goals, environment, lines);
		if (code != 0) {
			printEndOfLog();
		} else {
			remember(List.of("built", "bench", "reliability-built"), sources);
		}
		return code;
	}

	private int maven(String what, List<String> goals, Map<String, String> environment, Consumer<String> lines) throws IOException, InterruptedException {
		String mvn = new MavenHome(project).program();
		String resolved = "resolved-" + what;
		String dependencies = fingerprint.ofDependencies();
		if (dependencies.equals(stamp(resolved))) {
			int code = maven(mvn, goals, environment, lines, true);
			if (code == 0 || !missesArtifact()) {
				return code;
			}
			System.out.println("Something is missing in the local Maven repository: once more with the network ...");
		}
		int code = maven(mvn, goals, environment, lines, false);
		if (code == 0) {
			remember(List.of(resolved), dependencies);
		}
		return code;
	}

	private int maven(String mvn, List<String> goals, Map<String, String> environment, Consumer<String> watcher, boolean offline) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(mvn, "-B", "-Dstyle.color=never"));
		if (offline) {
			command.add("-o");
		}
		command.addAll(goals);
		ProcessBuilder builder = new ProcessBuilder(command).directory(project.root().toFile()).redirectErrorStream(true);
		builder.environment().putIfAbsent("MAVEN_OPTS", MAVEN_VM);
		builder.environment().putAll(environment);
		builder.redirectInput(ProcessBuilder.Redirect.PIPE);
		Process process = children.start(builder);
		process.getOutputStream().close();
		try (BufferedReader lines = process.inputReader(); BufferedWriter log = Files.newBufferedWriter(log())) {
			for (String line; (line = lines.readLine()) != null;) {
				log.write(line);
				log.newLine();
				watcher.accept(line);
				MavenProgress.of(line).ifPresent(System.out::println);
			}
		}
		return process.waitFor();
	}

	private boolean missesArtifact() throws IOException {
		try (var lines = Files.lines(log())) {
			return lines.anyMatch(l -> l.contains("offline mode") || l.contains("Cannot access central"));
		}
	}

	private void printEndOfLog() throws IOException {
		List<String> lines = Files.readAllLines(log());
		List<String> errors = lines.stream().filter(l -> l.startsWith("[ERROR]") && l.length() > 9).limit(30).toList();
		(errors.isEmpty() ? lines.subList(Math.max(0, lines.size() - 30), lines.size()) : errors).forEach(System.out::println);
	}

	private Path log() throws IOException {
		return project.work().resolve("build.log");
	}

	private String stamp(String name) throws IOException {
		Path file = project.work().resolve(name);
		return Files.exists(file) ? Files.readString(file) : "";
	}

	private void remember(List<String> names, String value) throws IOException {
		for (String name : names) {
			Files.writeString(project.work().resolve(name), value);
		}
	}

	private void forget(String... names) throws IOException {
		for (String name : names) {
			Files.deleteIfExists(project.work().resolve(name));
		}
	}
}

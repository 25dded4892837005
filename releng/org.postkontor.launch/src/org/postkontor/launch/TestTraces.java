package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of the tests leaves behind: reports, logs, temporary folders, which are kept until then. It is searched for secrets
 * of the test kit, then deleted where it is of no use.
 */
final class TestTraces {
	private static final String REPORTS = "surefire-reports.*|failsafe-reports.*|work.*";
	private final Project project;
	private final Path folder;
	private final FileTime start = FileTime.from(Instant.now());

	TestTraces(Project project, Children children) throws IOException {
		this.project = project;
		this.folder = Files.createTempDirectory(project.work(), "test-");
		Files.createDirectory(temporary());
		children.afterwards(() -> Folders.delete(folder));
	}

	private Path temporary() {
		return folder.resolve("tmp");
	}

	private Path ledger() {
		return folder.resolve("secrets");
	}

	/** Makes the tests leave everything in one place, and the test kit note its secrets. @param jvm options for them, with a blank at the end */
	void ask(List<String> options, Map<String, String> environment, String jvm) {
		String keep = jvm + "\"-Djava.io.tmpdir=" + temporary() + "\" -Djunit.jupiter.tempdir.cleanup.mode.default=NEVER";
		options.add("-Dtest.jvm=--enable-native-access=ALL-UNNAMED " + keep);
		options.add("-DargLine=" + keep);
		environment.put("POSTKONTOR_SECRETS", ledger().toString());
	}

	/** The secrets found, each with file, kind and form; also says how much was searched. */
	List<String> leaks(List<Path> worlds) throws IOException {
		SecretScan scan = new SecretScan(Optional.of(ledger()));
		List<String> found = new ArrayList<>();
		for (Path place : places(worlds)) {
			found.addAll(scan.in(place));
		}
		System.out.println(scan.extent());
		return found;
	}

	private List<Path> places(List<Path> worlds) throws IOException {
		List<Path> places = new ArrayList<>(List.of(temporary(), project.work().resolve("build.log")));
		places.addAll(worlds);
		try (var reports = Files.find(project.root().resolve("tests"), 3,
				(file, a) -> file.getParent().endsWith("target") && file.getFileName().toString().matches(REPORTS))) {
			places.addAll(reports.toList());
		}
		String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", Path.of(System.getProperty("user.home"), ".cache").toString());
		if (Files.isDirectory(Path.of(cache, "postkontor"))) {
			try (var logs = Files.find(Path.of(cache, "postkontor"), 8, (file, a) -> a.isRegularFile() && a.lastModifiedTime().compareTo(start) >= 0)) {
				places.addAll(logs.toList());
			}
		}
		return places;
	}
}

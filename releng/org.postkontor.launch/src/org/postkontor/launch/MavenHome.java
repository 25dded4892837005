package org.postkontor.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds Maven 3.9.11 or newer, or fetches it through an older one. */
final class MavenHome {
	static final String WANTED = "3.9.11";
	private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)");
	private final Project project;

	MavenHome(Project project) {
		this.project = project;
	}

	/** The program to start. */
	String program() throws IOException, InterruptedException {
		Path fetched = project.work().resolve("maven/apache-maven-" + WANTED + "/bin").resolve(Project.windows() ? "mvn.cmd" : "mvn");
		if (Files.isRegularFile(fetched)) {
			return fetched.toString();
		}
		String installed = onPath().orElseThrow(() -> new Failure(69, """
				Postkontor is built with Maven, and no "mvn" was found on the PATH.
				Install any Maven 3 (e.g. "apt-get install maven", "brew install maven", or https://maven.apache.org);
				if it is older than %s, the newer one is fetched through it.""".formatted(WANTED)));
		return newEnough(installed) ? installed : fetch(installed, fetched);
	}

	private static Optional<String> onPath() {
		List<String> names = Project.windows() ? List.of("mvn.cmd", "mvn.bat", "mvn.exe") : List.of("mvn");
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return Stream.of(path.split(Pattern.quote(File.pathSeparator))).filter(f -> !f.isBlank())
				.flatMap(f -> names.stream().map(n -> Path.of(f, n))).filter(Files::isExecutable).map(Path::toString).findFirst();
	}

	/** Maven 4 is not taken: the build extension is made for Maven 3.9. */
	private boolean newEnough(String mvn) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(mvn, "--version").directory(emptyFolder().toFile()).redirectErrorStream(true).start();
		String text = new String(process.getInputStream().readAllBytes());
		process.waitFor();
		Matcher version = VERSION.matcher(text);
		return version.find() && version.group(1).equals("3")
				&& (Integer.parseInt(version.group(2)) > 9 || version.group(2).equals("9") && Integer.parseInt(version.group(3)) >= 11);
	}

	private String fetch(String mvn, Path fetched) throws IOException, InterruptedException {
		System.out.println("Maven " + mvn + " is older than " + WANTED + ": fetching that one through it ...");
		Path folder = project.work().resolve("maven");
		List<String> command = new ArrayList<>(List.of(mvn, "-B", "-q", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack",
				"-Dartifact=org.apache.maven:apache-maven:" + WANTED + ":zip:bin", "-DoutputDirectory=" + folder,
				"-DmarkersDirectory=" + folder.resolve("markers")));
		Path log = project.work().resolve("maven.log");
		int code = new ProcessBuilder(command).directory(emptyFolder().toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		if (code != 0 || !Files.isRegularFile(fetched)) {
			throw new Failure(69, "Maven " + WANTED + " could not be fetched through " + mvn + " (see " + log + "). Install Maven "
					+ WANTED + " yourself, or check the network.");
		}
		fetched.toFile().setExecutable(true);
		return fetched.toString();
	}

	/** For what is not about this project: an old Maven would fail at its build extension. */
	Path emptyFolder() throws IOException {
		Path folder = project.work().resolve("empty");
		Files.createDirectories(folder.resolve(".mvn"));
		return folder;
	}
}

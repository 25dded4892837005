package org.postkontor.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The Keycloak that tests with real servers start: fetched from Maven Central into the local Maven repository. Maven compares its
 * checksum when it fetches, the tests compare a digest when they unpack.
 */
final class KeycloakArtifact {
	private static final String GET = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:get";
	/** Names the version, also to the tests. */
	private static final Path WANTED = Path.of("tests/org.postkontor.it/src/org/postkontor/it/keycloak/keycloak.properties");

	private final Project project;

	KeycloakArtifact(Project project) {
		this.project = project;
	}

	/** Fetches it unless it is there. Returns why it is still missing: nothing if all is well. */
	List<String> fetch() throws IOException, InterruptedException {
		String version = version();
		MavenHome maven = new MavenHome(project);
		if (maven(maven, version, List.of("-o")) == 0) {
			return List.of();
		}
		System.out.println("Fetching Keycloak " + version + " from Maven Central (177 MB) ...");
		return maven(maven, version, List.of("--strict-checksums")) == 0 ? List.of()
				: List.of("tests with Keycloak: Maven could not fetch Keycloak " + version + "; its log is " + log());
	}

	private String version() throws IOException {
		Properties wanted = new Properties();
		try (Reader text = Files.newBufferedReader(project.root().resolve(WANTED))) {
			wanted.load(text);
		}
		return wanted.getProperty("version");
	}

	private int maven(MavenHome maven, String version, List<String> options) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(maven.program(), "-B", "-q"));
		command.addAll(options);
		command.addAll(List.of(GET, "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version + ":zip", "-Dtransitive=false"));
		ProcessBuilder builder = new ProcessBuilder(command).directory(maven.emptyFolder().toFile()).redirectErrorStream(true).redirectOutput(log().toFile());
		return builder.start().waitFor();
	}

	private Path log() throws IOException {
		return project.work().resolve("keycloak.log");
	}
}

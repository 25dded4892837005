package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./run} and {@code ./test} on machines that lack something; no build is made here. */
@EnabledOnOs(OS.LINUX)
class CommandsTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	/** A copy of the sources, and they name what is searched for: never left to the search for secrets. */
	@TempDir(cleanup = CleanupMode.ALWAYS)
	Path folder;
	private Path checkout;
	/** What Maven does instead of a build. */
	private String maven = "echo \"LEFT OUT: asked for $*\"";

	@BeforeEach
	void copyTheCommands() throws Exception {
		checkout = folder.resolve("a check out");
		for (String file : new String[] { "run", "test", "pom.xml", "releng/org.postkontor.launch" }) {
			Path target = checkout.resolve(file);
			Files.createDirectories(target.getParent());
			assertEquals(0, new Program("cp", "-a", Made.ROOT.resolve(file).toString(), target.toString()).run(LIMIT).code());
		}
	}

	@Test
	void workFromAnyFolderAndThroughALink() throws Exception {
		Path elsewhere = Files.createDirectory(folder.resolve("else where"));
		Program.Result result = new Program("../a check out/run", "--help").in(elsewhere).run(LIMIT);
		assertEquals(0, result.code(), result::toString);
		assertEquals(0, new Program("bash", "test", "--help").in(checkout).run(LIMIT).code());
	}

	@Test
	void rejectUnknownArguments() throws Exception {
		Program.Result result = new Program("./run", "--hedless").in(checkout).run(LIMIT);
		assertEquals(64, result.code(), result::toString);
		assertTrue(result.output().contains("--headless"), result::toString);
		assertEquals(64, new Program("./test", "--fast").in(checkout).run(LIMIT).code());
		assertEquals(64, new Program("./test", "--crash", "--often").in(checkout).run(LIMIT).code());
	}

	@Test
	void sayWhatToInstallWithoutAJdk() throws Exception {
		Path start = checkout.resolve("releng/org.postkontor.launch/start");
		String script = Files.readString(start).replace("/usr/lib/jvm/*", "/nowhere/*").replace(" /opt/*", "");
		Files.writeString(start, script);
		Program.Result result = new Program("./run", "--help").in(checkout).without("JAVA_HOME").with("HOME", folder.toString())
				.with("PATH", ToolPath.without("javac", folder)).run(LIMIT);
		assertEquals(69, result.code(), result::toString);
		assertTrue(result.output().contains("JDK 21 or newer") && result.output().contains("adoptium.net"), result::toString);
	}

	@Test
	void sayWhatToInstallWithoutMaven() throws Exception {
		Program.Result result = new Program("./run", "cli", "help").in(checkout).with("PATH", ToolPath.without("mvn", folder)).run(LIMIT);
		assertEquals(69, result.code(), result::toString);
		assertTrue(result.output().contains("no \"mvn\" was found") && result.output().contains("maven.apache.org"), result::toString);
	}

	@Test
	void fetchANewerMavenThroughAnOldOne() throws Exception {
		Path mvn = Files.createDirectory(folder.resolve("old maven")).resolve("mvn");
		Files.writeString(mvn, """
				#!/bin/sh
				case "$*" in
				*--version*) echo "Apache Maven 3.6.3 (old)" ;;
				*:unpack*)
					for argument; do case $argument in -DoutputDirectory=*) out=${argument#*=} ;; esac; done
					mkdir -p "$out/apache-maven-3.9.11/bin"
					printf '#!/bin/sh\\necho "[ERROR] new maven in $PWD: $*"\\nexit 3\\n' > "$out/apache-maven-3.9.11/bin/mvn" ;;
				*) echo "the old one must not build"; exit 4 ;;
				esac
				""");
		Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
		Program.Result result = new Program("./run", "cli", "help").in(checkout)
				.with("PATH", mvn.getParent() + ":" + ToolPath.without("mvn", folder)).run(LIMIT);
		assertEquals(3, result.code(), result::toString);
		assertTrue(result.output().contains("new maven in " + checkout.toRealPath() + ": -B"), result::toString);
	}

	/** All packages look installed here, and Maven only tells what it was asked for. */
	@Test
	void fetchKeycloakOnceWithItsChecksum() throws Exception {
		Path properties = checkout.resolve("tests/org.postkontor.it/src/org/postkontor/it/keycloak/keycloak.properties");
		Files.createDirectories(properties.getParent());
		Files.writeString(properties, "version = 1.2.3\n");
		Path programs = Files.createDirectory(folder.resolve("programs"));
		script(programs.resolve("dpkg-query"), "echo installed");
		script(programs.resolve("mvn"), """
				case "$*" in
				*--version*) echo "Apache Maven 3.9.11 (new)" ;;
				*keycloak*)
					echo "$*" >> "$0.asked"
					case "$*" in *-o*) [ -e "$0.fetched" ] ;; *) touch "$0.fetched" ;; esac ;;
				*) exit 3 ;;
				esac
				""");
		Program.Result first = setup(programs);
		assertTrue(first.output().contains("Fetching Keycloak 1.2.3 from Maven Central"), first::toString);
		Program.Result second = setup(programs);
		assertFalse(second.output().contains("Fetching"), second::toString);
		List<String> asked = Files.readAllLines(programs.resolve("mvn.asked"));
		assertEquals(3, asked.size(), asked::toString);
		assertTrue(asked.get(1).contains("--strict-checksums") && asked.get(1).contains("-Dartifact=org.keycloak:keycloak-quarkus-dist:1.2.3:zip"), asked::toString);
	}

	@Test
	void sayThatKeycloakIsLeftOutWhereItCannotBeFetched() throws Exception {
		Path properties = checkout.resolve("tests/org.postkontor.it/src/org/postkontor/it/keycloak/keycloak.properties");
		Files.createDirectories(properties.getParent());
		Files.writeString(properties, "version = 1.2.3\n");
		Path programs = Files.createDirectory(folder.resolve("programs"));
		script(programs.resolve("dpkg-query"), "echo installed");
		script(programs.resolve("mvn"), "case \"$*\" in *--version*) echo \"Apache Maven 3.9.11 (new)\" ;; *) exit 3 ;; esac");
		Program.Result result = setup(programs);
		assertTrue(result.output().contains("Left out: tests with Keycloak: Maven could not fetch Keycloak 1.2.3"), result::toString);
	}

	private Program.Result setup(Path programs) throws Exception {
		return new Program("./test", "--setup").in(checkout).with("PATH", programs + ":" + ToolPath.without("mvn", Files.createTempDirectory(folder, "path"))).run(LIMIT);
	}

	private static void script(Path file, String text) throws Exception {
		Files.writeString(file, "#!/bin/sh\n" + text + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/** Maven only tells what it was asked for. */
	@Test
	void plainTestsLeaveTheLongOnesOutAndNameThem() throws Exception {
		Program.Result result = tests();
		assertTrue(result.output().contains("-DexcludedGroups=long -Dpostkontor.long.skip=true"), result::toString);
		assertTrue(result.output().matches("(?s).*The fast set took 0 min \\d\\d s\\. Not in it, but in \"\\./test --whole\": SlowTest, SomeTest\\.takesLong, some\\.tests \\(once-more\\)\n.*"), result::toString);
		assertTrue(result.output().endsWith("\n1 passed, 0 failed, 0 skipped\n"), result::toString);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--whole", "--setup", "--interop" })
	void otherTestsLeaveNothingOut(String option) throws Exception {
		Program.Result result = tests(option);
		assertTrue(result.output().contains("asked for") && result.output().contains(" verify "), result::toString);
		assertFalse(result.output().contains("excludedGroups") || result.output().contains("long.skip") || result.output().contains("fast set"), result::toString);
	}

	/** The program that kills is empty here, which counts as a failure. */
	@Test
	void killsFollowAllTestsAndCountAsOne() throws Exception {
		Path target = Files.createDirectories(checkout.resolve("tests/org.postkontor.reliability/target"));
		Files.createFile(target.resolve("org.postkontor.reliability-0.1.0-SNAPSHOT.jar"));
		Program.Result result = tests("--crash", "5");
		assertTrue(result.output().contains(" verify ") && !result.output().contains("excludedGroups"), result::toString);
		assertTrue(result.output().contains("\nFAILED kills lose no mail and double none\n"), result::toString);
		assertTrue(result.output().endsWith("\n1 passed, 1 failed, 0 skipped\n"), result::toString);
		assertEquals(1, result.code());
	}

	@Test
	void nameModulesThatWereNotReachedBecauseAnotherOneFailed() throws Exception {
		maven = """
				cat <<'END'
				[INFO] Reactor Summary for Some 1:
				[INFO]
				[INFO] Some Outbox Tests .................................. FAILURE [ 1.000 s]
				[INFO] Some Reliability ................................... SKIPPED
				[INFO] Some Module with a name as long as the line has room SKIPPED
				[INFO] BUILD FAILURE
				END
				exit 1""";
		Program.Result result = tests("--whole");
		assertTrue(result.output().contains("\nNot run, since a module that it needs failed: Some Reliability\n"), result::toString);
		assertTrue(result.output().contains("failed: Some Module with a name as long as the line has room\n"), result::toString);
		assertFalse(result.output().contains("failed: Some Outbox Tests"), result::toString);
		assertEquals(1, result.code());
	}

	@Test
	void sayWhyATestFailed() throws Exception {
		maven = """
				mkdir -p tests/some.tests/target/surefire-reports
				cat > tests/some.tests/target/surefire-reports/TEST-SomeTest.xml <<'END'
				<testsuite><testcase classname="SomeTest" name="isShort"/><testcase classname="SomeTest" name="isLong"><failure message="no">java.lang.AssertionError: no
				\tat SomeTest.isLong(SomeTest.java:7)
				</failure></testcase></testsuite>
				END
				exit 1""";
		Program.Result result = tests();
		assertTrue(result.output().contains("\nFAILED SomeTest.isLong\n\tjava.lang.AssertionError: no\n\t\tat SomeTest.isLong(SomeTest.java:7)\n"), result::toString);
		assertTrue(result.output().endsWith("\n2 passed, 1 failed, 0 skipped\n"), result::toString);
	}

	private Program.Result tests(String... options) throws Exception {
		Path sources = Files.createDirectories(checkout.resolve("tests/some.tests/src"));
		Files.writeString(sources.resolve("SomeTest.java"), "class SomeTest {\n\t@Test\n\tvoid isShort() {\n\t}\n\n\t@Test\n\t@Tag(\"long\")\n\tvoid takesLong() {\n\t}\n}\n");
		Files.writeString(sources.resolve("SlowTest.java"), "@Tag(\"long\")\n@ExtendWith({ One.class, Two.class })\nclass SlowTest {\n}\n");
		Files.writeString(sources.resolveSibling("pom.xml"), "<executions><execution><id>default-test</id></execution>\n<execution>\n<id>once-more</id><configuration>\n"
				+ "<skip>${postkontor.long.skip}</skip></configuration></execution></executions>\n");
		Path properties = checkout.resolve("tests/org.postkontor.it/src/org/postkontor/it/keycloak/keycloak.properties");
		Files.createDirectories(properties.getParent());
		Files.writeString(properties, "version = 1.2.3\n");
		Path programs = Files.createDirectory(folder.resolve("programs"));
		script(programs.resolve("dpkg-query"), "echo installed");
		script(programs.resolve("mvn"), "case \"$*\" in *--version*) echo \"Apache Maven 3.9.11 (new)\" ;; *) " + maven + " ;; esac");
		List<String> command = new ArrayList<>(List.of("./test"));
		command.addAll(List.of(options));
		return new Program(command.toArray(String[]::new)).in(checkout)
				.with("PATH", programs + ":" + ToolPath.without("mvn", Files.createTempDirectory(folder, "path"))).run(LIMIT);
	}

	@Test
	void continuousIntegrationSetsUpAndTests() throws Exception {
		Path ci = Files.createDirectories(checkout.resolve(".ci")).resolve("run");
		Files.copy(Made.ROOT.resolve(".ci/run"), ci, StandardCopyOption.COPY_ATTRIBUTES);
		Path test = checkout.resolve("test");
		Files.writeString(test, "#!/bin/sh\necho \"called with $*\"\nexit 5\n");
		Program.Result result = new Program(ci.toString()).in(folder).run(LIMIT);
		assertEquals(new Program.Result(5, "called with --setup\n"), result);
	}
}

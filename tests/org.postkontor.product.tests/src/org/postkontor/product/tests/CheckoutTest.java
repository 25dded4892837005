package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A whole copy of the checkout, in a folder with spaces: built once, then again without the network. */
@Tag("long")
@EnabledOnOs(OS.LINUX)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckoutTest {
	private static final Duration BUILD = Duration.ofMinutes(8);
	/** A copy of the sources, and they name what is searched for: never left to the search for secrets. */
	@TempDir(cleanup = CleanupMode.ALWAYS)
	static Path folder;
	private static Path checkout;

	@BeforeAll
	static void buildOnce() throws Exception {
		checkout = copy();
		Program.Result first = new Program("./run", "cli", "help").in(checkout).run(BUILD);
		assertEquals(0, first.code(), first::toString);
		assertTrue(first.output().contains("Building"), first::toString);
	}

	@Test
	@Order(1)
	void aBuildLeavesTheCheckoutClean() throws Exception {
		assertEquals("", git(checkout, "status", "--porcelain").output());
	}

	@Test
	@Order(2)
	void theSecondRunBuildsNothingAndNeedsNoNetwork() throws Exception {
		assumeCutOff();
		Program.Result unchanged = unshared(checkout.resolve("run").toString(), "cli", "help").in(folder).run(Duration.ofSeconds(60));
		assertEquals(0, unchanged.code(), unchanged::toString);
		assertFalse(unchanged.output().contains("Building"), unchanged::toString);
	}

	@Test
	@Order(3)
	void ctrlCLeavesNoProcessBehind() throws Exception {
		Path output = folder.resolve("journey.txt");
		// A session of its own is a process group of its own, as a terminal gives to a command; and a shell that runs the
		// tests in its background makes them ignore Ctrl-C, which children inherit.
		Process run = new ProcessBuilder("env", "--default-signal=INT", "setsid", "./run", "--headless").directory(checkout.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			endWithCtrlC(run, output);
		} finally {
			run.descendants().forEach(ProcessHandle::destroyForcibly);
			run.destroyForcibly();
		}
		try (var left = Files.list(checkout.resolve(".build"))) {
			assertEquals(List.of(), left.filter(f -> f.getFileName().toString().startsWith("demo-")).toList());
		}
	}

	private static void endWithCtrlC(Process run, Path output) throws Exception {
		long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!Files.readString(output).contains("$ postkontor-cli") && run.isAlive() && System.nanoTime() < limit) {
			run.waitFor(100, TimeUnit.MILLISECONDS);
		}
		String written = Files.readString(output);
		assertTrue(run.isAlive() && written.contains("$ postkontor-cli"), () -> "not yet on its way: " + written);
		List<ProcessHandle> family = Stream.concat(Stream.of(run.toHandle()), run.descendants()).toList();
		assertTrue(family.size() >= 3, () -> "command, journey, world: " + family);
		assertEquals(0, new Program("bash", "-c", "kill -INT -- -" + run.pid()).run(Duration.ofSeconds(10)).code());
		for (ProcessHandle member : family) {
			member.onExit().get(20, TimeUnit.SECONDS);
		}
	}

	@Test
	@Order(4)
	void aChangeIsBuiltWithoutNetwork() throws Exception {
		assumeCutOff();
		Path source = checkout.resolve("bundles/org.postkontor.cli/src/org/postkontor/cli/package-info.java");
		Files.writeString(source, Files.readString(source) + "// changed\n");
		Program.Result changed = unshared("./run", "cli", "help").in(checkout).run(BUILD);
		assertEquals(0, changed.code(), changed::toString);
		assertTrue(changed.output().contains("Building"), changed::toString);
	}

	private static void assumeCutOff() throws Exception {
		assumeTrue(unshared("true").run(BUILD).code() == 0, "this machine does not let a test cut itself off the network (unshare -rn)");
	}

	/** As somebody else would get it: the sources without anything that was made of them. */
	private static Path copy() throws Exception {
		Path checkout = Files.createDirectory(folder.resolve("check out"));
		Program.Result copied = new Program("bash", "-c",
				"tar -C \"$0\" --exclude=target --exclude=bin --exclude=./.build --exclude=./.git --exclude=pom.tycho --exclude='.polyglot.*' --exclude='.tycho-consumer-pom.xml' -cf - . | tar -C \"$1\" -xf -",
				Made.ROOT.toString(), checkout.toString()).run(BUILD);
		assertEquals(0, copied.code(), copied::toString);
		Path maven = Made.ROOT.resolve(".build/maven");
		if (Files.isDirectory(maven)) {
			Files.createDirectory(checkout.resolve(".build"));
			assertEquals(0, new Program("cp", "-a", maven.toString(), checkout.resolve(".build").toString()).run(BUILD).code());
		}
		git(checkout, "init", "-q");
		git(checkout, "add", "-A");
		Program.Result committed = git(checkout, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "copy");
		assertEquals(0, committed.code(), committed::toString);
		return checkout;
	}

	private static Program unshared(String... command) {
		String[] all = new String[command.length + 2];
		all[0] = "unshare";
		all[1] = "-rn";
		System.arraycopy(command, 0, all, 2, command.length);
		return new Program(all);
	}

	private static Program.Result git(Path folder, String... arguments) throws Exception {
		String[] command = new String[arguments.length + 1];
		command[0] = "git";
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		return new Program(command).in(folder).run(Duration.ofSeconds(60));
	}
}

package org.postkontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A whole copy of the checkout, in a folder with spaces: built once, then again without the network. */
@EnabledOnOs(OS.LINUX)
class CheckoutTest {
	private static final Duration BUILD = Duration.ofMinutes(8);
	@TempDir
	Path folder;

	@Test
	void buildsAgainWithoutNetworkAndStaysClean() throws Exception {
		assumeTrue(unshared("true").run(BUILD).code() == 0, "this machine does not let a test cut itself off the network (unshare -rn)");
		Path checkout = copy();
		Program.Result first = new Program("./run", "cli", "help").in(checkout).run(BUILD);
		assertEquals(0, first.code(), first::toString);
		assertTrue(first.output().contains("Building"), first::toString);

		Program.Result unchanged = unshared(checkout.resolve("run").toString(), "cli", "help").in(folder).run(Duration.ofSeconds(60));
		assertEquals(0, unchanged.code(), unchanged::toString);
		assertTrue(!unchanged.output().contains("Building"), unchanged::toString);
		assertEquals("", git(checkout, "status", "--porcelain").output());

		Path source = checkout.resolve("bundles/org.postkontor.cli/src/org/postkontor/cli/package-info.java");
		Files.writeString(source, Files.readString(source) + "// changed\n");
		Program.Result changed = unshared("./run", "cli", "help").in(checkout).run(BUILD);
		assertEquals(0, changed.code(), changed::toString);
		assertTrue(changed.output().contains("Building"), changed::toString);
	}

	/** As somebody else would get it: the sources without anything that was made of them. */
	private Path copy() throws Exception {
		Path checkout = Files.createDirectory(folder.resolve("check out"));
		Program.Result copied = new Program("bash", "-c",
				"tar -C \"$0\" --exclude=target --exclude=bin --exclude=./.build --exclude=./.git --exclude='.polyglot.*' --exclude='.tycho-consumer-pom.xml' -cf - . | tar -C \"$1\" -xf -",
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

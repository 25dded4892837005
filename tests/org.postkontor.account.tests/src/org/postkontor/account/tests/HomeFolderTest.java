package org.postkontor.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.account.tests.Samples.problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Home;
import org.postkontor.account.HomeFolder;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;

class HomeFolderTest {
	@TempDir
	Path user;

	private HomeFolder linux(Map<String, String> environment) {
		return new HomeFolder(environment, "Linux", user);
	}

	@Test
	void followsTheConventionsOfEachSystem() {
		assertEquals(user.resolve(".local/share/postkontor"), linux(Map.of()).defaultFolder());
		assertEquals(user.resolve("data/postkontor"), linux(Map.of("XDG_DATA_HOME", user.resolve("data").toString())).defaultFolder());
		assertEquals(user.resolve(".local/share/postkontor"), linux(Map.of("XDG_DATA_HOME", "relative")).defaultFolder());
		assertEquals(user.resolve("L/Postkontor"), new HomeFolder(Map.of("LOCALAPPDATA", user.resolve("L").toString()), "Windows 11", user).defaultFolder());
		assertEquals(user.resolve("Library/Application Support/Postkontor"), new HomeFolder(Map.of(), "Mac OS X", user).defaultFolder());
	}

	@Test
	void makesTheDefaultHomeForTheOwnerOnly() throws Exception {
		Home home = linux(Map.of()).openDefault();
		assertFalse(home.separate());
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())));
	}

	@Test
	void takesTheRightsOfOthersFromAnExistingHome() throws Exception {
		Path folder = Files.createDirectory(user.resolve("home"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
		assertTrue(linux(Map.of()).open(folder).separate());
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
	}

	@Test
	void theDefaultHomeGivenByNameIsNotSeparate() throws Exception {
		HomeFolder homes = linux(Map.of());
		assertFalse(homes.open(homes.defaultFolder()).separate());
	}

	@Test
	void refusesFoldersThatAreUsedForOtherThings() {
		assertEquals("home.unsuitable", problem(() -> linux(Map.of()).open(user)).id());
		assertEquals("home.unsuitable", problem(() -> linux(Map.of()).open(user.getRoot())).id());
	}

	@Test
	void saysWhichFolderCannotBeWritten() throws Exception {
		Path file = Files.writeString(user.resolve("file"), "");
		Problem problem = problem(() -> linux(Map.of()).open(file.resolve("home")));
		assertEquals("home.unwritable", problem.id());
		assertEquals(ProblemKind.STORAGE, problem.kind());
		assertEquals(file.resolve("home").toString(), problem.values().get("folder"));
	}
}

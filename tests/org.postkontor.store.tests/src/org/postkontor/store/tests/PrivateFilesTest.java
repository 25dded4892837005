package org.postkontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.store.OwnerOnly;
import org.postkontor.store.PrivateFiles;

class PrivateFilesTest {
	private final PrivateFiles files = new PrivateFiles();

	@TempDir
	Path folder;

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void areForTheOwnerOnly() throws Exception {
		Path deep = folder.resolve("a/b");
		files.folder(deep);
		files.create(deep.resolve("new")).close();
		files.openOrCreate(deep.resolve("lock")).close();
		files.replace(deep.resolve("text"), new byte[] { 1 });
		assertEquals("rwx------", mode(folder.resolve("a")));
		assertEquals("rwx------", mode(deep));
		for (String name : List.of("new", "lock", "text")) {
			assertEquals("rw-------", mode(deep.resolve(name)), name);
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void leaveTheModeOfAnExistingFolder() throws Exception {
		Path open = Files.createDirectory(folder.resolve("open"));
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
		files.folder(open);
		assertEquals("rwxr-x---", mode(open));
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aFolderTakenOverLosesTheRightsOfOthersAndItsParentDoesNot() throws Exception {
		Path home = folder.resolve("share/home");
		Files.createDirectories(home);
		Files.setPosixFilePermissions(home.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
		OwnerOnly.makeFolder(home);
		assertEquals("rwx------", mode(home));
		assertEquals("rwxr-xr-x", mode(home.getParent()));
	}

	@Test
	void createRefusesAnExistingFile() throws Exception {
		Files.writeString(folder.resolve("mine"), "x");
		assertThrows(FileAlreadyExistsException.class, () -> files.create(folder.resolve("mine")));
	}

	@Test
	void replaceForcesTheBytesBeforeTheNameAndTheNameBeforeItReturns() throws Exception {
		List<String> order = new ArrayList<>();
		new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				order.add("bytes " + channel.size() + " " + Files.exists(folder.resolve("text")));
				super.force(channel);
			}

			@Override
			public void forceFolder(Path forced) throws IOException {
				order.add("folder " + Files.readString(folder.resolve("text")));
				super.forceFolder(forced);
			}
		}.replace(folder.resolve("text"), "new".getBytes());
		assertEquals(List.of("bytes 3 false", "folder new"), order);
	}

	@ParameterizedTest
	@ValueSource(strings = { "create", "force", "move" })
	void replaceKeepsTheOldContentAndNothingElseWhenTheDiskFails(String step) throws Exception {
		Path file = Files.writeString(folder.resolve("text"), "old");
		assertThrows(IOException.class, () -> failingAt(step).replace(file, "new".getBytes()));
		assertEquals("old", Files.readString(file));
		try (var left = Files.list(folder)) {
			assertEquals(List.of(file), left.toList());
		}
	}

	@Test
	void replaceIsNotHinderedByWhatACrashLeft() throws Exception {
		Path file = Files.writeString(folder.resolve("text"), "old");
		Files.writeString(folder.resolve("text.new"), "ne");
		files.replace(file, "new".getBytes());
		assertEquals("new", Files.readString(file));
	}

	private static PrivateFiles failingAt(String step) {
		return new PrivateFiles() {
			private void at(String name) throws IOException {
				if (name.equals(step)) {
					throw new IOException("No space left on device");
				}
			}

			@Override
			public FileChannel create(Path file) throws IOException {
				at("create");
				return super.create(file);
			}

			@Override
			public void force(FileChannel channel) throws IOException {
				at("force");
				super.force(channel);
			}

			@Override
			public void move(Path from, Path to) throws IOException {
				at("move");
				super.move(from, to);
			}
		};
	}

	private static String mode(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}
}

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

	@Test
	void replaceKeepsTheOldContentAndNothingElseWhenTheDiskFails() throws Exception {
		Path file = Files.writeString(folder.resolve("text"), "old");
		PrivateFiles full = new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				throw new IOException("No space left on device");
			}
		};
		assertThrows(IOException.class, () -> full.replace(file, "new".getBytes()));
		assertEquals("old", Files.readString(file));
		assertEquals(List.of(file), content());
	}

	@Test
	void replaceLeavesNothingBehindWhenItCannotTakeTheName() throws Exception {
		Path taken = Files.createDirectories(folder.resolve("text/full")).getParent();
		assertThrows(IOException.class, () -> files.replace(taken, "new".getBytes()));
		assertEquals(List.of(taken), content());
	}

	@Test
	void replaceIsNotHinderedByWhatACrashLeft() throws Exception {
		Path file = Files.writeString(folder.resolve("text"), "old");
		Files.writeString(folder.resolve("text.new"), "ne");
		files.replace(file, "new".getBytes());
		assertEquals("new", Files.readString(file));
	}

	private List<Path> content() throws IOException {
		try (var entries = Files.list(folder)) {
			return entries.toList();
		}
	}

	private static String mode(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}
}

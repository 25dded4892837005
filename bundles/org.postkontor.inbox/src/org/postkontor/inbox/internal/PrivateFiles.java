package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read and that are on disk when it is said so. On Windows the owner-only list of the
 * home folder is inherited, and folders need no force. Tests override single steps to count them or let them fail.
 */
public class PrivateFiles {
	public void folder(Path folder) throws IOException {
		Files.createDirectories(folder, attributes(folder, "rwx------"));
	}

	public FileChannel create(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(file, "rw-------"));
	}

	public FileChannel openOrCreate(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes(file, "rw-------"));
	}

	public void force(FileChannel channel) throws IOException {
		channel.force(true);
	}

	/** Renames within a folder or its sibling; durable when it returns. */
	public void move(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		forceFolder(to.toAbsolutePath().getParent());
	}

	public void forceFolder(Path folder) throws IOException {
		if (posix(folder)) {
			try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

	private static FileAttribute<?>[] attributes(Path file, String mode) {
		return posix(file) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)) }
				: new FileAttribute<?>[0];
	}

	private static boolean posix(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix");
	}
}

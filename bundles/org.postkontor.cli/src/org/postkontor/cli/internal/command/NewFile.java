package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that a command makes for the user. */
final class NewFile {
	private NewFile() {
	}

	/**
	 * A file for its owner only (mode 0600 where there are modes).
	 *
	 * @throws java.nio.file.FileAlreadyExistsException nothing is overwritten
	 */
	static OutputStream create(Path file) throws IOException {
		Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		FileAttribute<?>[] owner = file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		return Channels.newOutputStream(Files.newByteChannel(file, options, owner));
	}
}

package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that belong to somebody. */
final class Owner {
	private Owner() {
	}

	/** Only the owner may read and write it. */
	static Path only(Path file) throws IOException {
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
	}

	/** A new folder of a user of the system; others may enter it. */
	static Path folder(Path folder, String user) throws IOException {
		Files.createDirectory(folder);
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
		return give(folder, user);
	}

	static Path give(Path file, String user) throws IOException {
		return Files.setOwner(file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
	}
}

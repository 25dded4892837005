package org.postkontor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Rights that only the owner has: mode 0600 for files and 0700 for folders. On Windows a folder gets an owner-only list,
 * which everything in it inherits. Stateless; blocks on the file system.
 */
public final class OwnerOnly {
	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

	private OwnerOnly() {
	}

	/**
	 * Makes a folder, or takes the rights of others from an existing one. Missing parents are made as anybody makes them:
	 * they are not ours.
	 */
	public static void makeFolder(Path folder) throws IOException {
		Path parent = folder.getParent();
		if (parent != null && !Files.exists(parent)) {
			Files.createDirectories(parent);
		}
		if (!Files.isDirectory(folder)) {
			Files.createDirectory(folder, folderAttributes(folder));
		}
		if (posix(folder)) {
			if (!Files.getPosixFilePermissions(folder).equals(FOLDER)) {
				Files.setPosixFilePermissions(folder, FOLDER);
			}
		} else {
			setList(folder);
		}
	}

	/** Takes the rights of group and others away from an existing file. On Windows the folder's list does that. */
	public static void restrict(Path file) throws IOException {
		if (posix(file)) {
			Files.setPosixFilePermissions(file, FILE);
		}
	}

	/** Whether only the owner can use the file; true where the file system has no such modes. */
	public static boolean isRestricted(Path file) throws IOException {
		return !posix(file) || FILE.containsAll(Files.getPosixFilePermissions(file));
	}

	static FileAttribute<?>[] fileAttributes(Path file) {
		return attributes(file, FILE);
	}

	static FileAttribute<?>[] folderAttributes(Path folder) {
		return attributes(folder, FOLDER);
	}

	static boolean posix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
		return posix(path) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) } : new FileAttribute<?>[0];
	}

	private static void setList(Path folder) throws IOException {
		AclFileAttributeView view = Files.getFileAttributeView(folder, AclFileAttributeView.class);
		if (view != null) {
			view.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(view.getOwner())
					.setPermissions(EnumSet.allOf(AclEntryPermission.class)).setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
					.build()));
		}
	}
}

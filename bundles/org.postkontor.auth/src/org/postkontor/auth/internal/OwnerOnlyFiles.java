package org.postkontor.auth.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that only the owner may read (0600, folders 0700), written so that a crash leaves the old or the new content. */
public final class OwnerOnlyFiles {
	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

	private OwnerOnlyFiles() {
	}

	public static void createFolder(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			Files.createDirectories(folder, attributes(folder, FOLDER));
		}
	}

	/** Writes beside {@code target}, forces to disk, moves into place, forces the folder. */
	public static void write(Path target, byte[] content) throws IOException {
		Path fresh = target.resolveSibling(target.getFileName() + ".new");
		Files.deleteIfExists(fresh);
		try (FileChannel out = FileChannel.open(fresh, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(target, FILE))) {
			ByteBuffer bytes = ByteBuffer.wrap(content);
			while (bytes.hasRemaining()) {
				out.write(bytes);
			}
			out.force(true);
		}
		move(fresh, target);
	}

	/** Moves atomically within one folder and forces the folder. */
	public static void move(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		forceFolder(to);
	}

	/** Opens, creating it owner-only, a file that serves as a lock. */
	public static FileChannel openLock(Path file) throws IOException {
		Path folder = file.getParent();
		if (folder != null) {
			createFolder(folder);
		}
		return FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes(file, FILE));
	}

	/** Takes the rights of group and others away from an existing file. */
	public static void restrict(Path file) throws IOException {
		if (posix(file)) {
			Files.setPosixFilePermissions(file, FILE);
		}
	}

	/** Whether only the owner can use the file; true where the file system has no such modes. */
	public static boolean isRestricted(Path file) throws IOException {
		return !posix(file) || FILE.containsAll(Files.getPosixFilePermissions(file));
	}

	private static void forceFolder(Path file) throws IOException {
		Path folder = file.getParent();
		if (folder != null && posix(file)) {
			try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

	private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
		return posix(path) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) } : new FileAttribute<?>[0];
	}

	private static boolean posix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}
}

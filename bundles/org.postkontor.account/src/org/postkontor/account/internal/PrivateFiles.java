package org.postkontor.account.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

import org.eclipse.jdt.annotation.Nullable;

/** Files and folders for the owner only, written so that a crash leaves the old or the new content. */
public final class PrivateFiles {
	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

	private PrivateFiles() {
	}

	/** Makes the folder with its parents, or takes the rights of others from an existing one. */
	public static void createFolder(Path folder) throws IOException {
		Path parent = folder.getParent();
		if (parent != null && !Files.exists(parent)) {
			Files.createDirectories(parent);
		}
		if (!Files.isDirectory(folder)) {
			Files.createDirectory(folder, attributes(folder, FOLDER));
		}
		if (posix(folder)) {
			if (!Files.getPosixFilePermissions(folder).equals(FOLDER)) {
				Files.setPosixFilePermissions(folder, FOLDER);
			}
		} else {
			ownerOnly(folder);
		}
	}

	/** Replaces {@code file} and returns when content and name are on disk. Also for readers in other processes there is only old or new. */
	public static void write(Path file, byte[] content) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".tmp", attributes(file, FILE));
		try {
			try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
				ByteBuffer buffer = ByteBuffer.wrap(content);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
				channel.force(true);
			}
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(temporary);
		}
		force(folder);
	}

	/** Makes names in a folder durable. Windows does that by itself and cannot open folders. */
	public static void force(@Nullable Path folder) throws IOException {
		if (folder != null && posix(folder)) {
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

	private static void ownerOnly(Path folder) throws IOException {
		AclFileAttributeView view = Files.getFileAttributeView(folder, AclFileAttributeView.class);
		if (view != null) {
			view.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(view.getOwner())
					.setPermissions(EnumSet.allOf(AclEntryPermission.class)).setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
					.build()));
		}
	}
}

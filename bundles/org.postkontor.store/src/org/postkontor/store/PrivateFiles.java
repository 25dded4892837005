package org.postkontor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Files that only their owner may read and that are on disk when it is said so. On Windows the owner-only list of the
 * home folder is inherited, and folders need no force. Stateless; blocks on the file system. Tests override single steps
 * to count them or let them fail.
 */
public class PrivateFiles {
	private static final int ATTEMPTS = 7;
	private static final long PAUSE_NANOS = 20_000_000;

	/** Makes the folder and its missing parents for the owner only; an existing one stays as it is. */
	public void folder(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			Files.createDirectories(folder, OwnerOnly.folderAttributes(folder));
		}
	}

	/** A new file for writing; fails if there is one. */
	public FileChannel create(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.fileAttributes(file));
	}

	/** For writing; the content of an existing file stays. */
	public FileChannel openOrCreate(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.fileAttributes(file));
	}

	/** Returns when content and attributes are on disk. */
	public void force(FileChannel channel) throws IOException {
		channel.force(true);
	}

	/** As {@link #replace(Path, Path, byte[])} by way of {@code <file>.new}, for the only writer of the file. */
	public void replace(Path file, byte[] content) throws IOException {
		replace(file, file.resolveSibling(file.getFileName() + ".new"), content);
	}

	/**
	 * Replaces {@code file} and returns when content and name are on disk. After a crash, and for readers in other
	 * processes, there is only old or new. Nothing stays behind when it fails.
	 *
	 * @param temporary a name in the same folder that no other writer uses at the same time; a file of this name that an
	 *                  earlier crash left is removed
	 */
	public void replace(Path file, Path temporary, byte[] content) throws IOException {
		Files.deleteIfExists(temporary);
		try {
			try (FileChannel channel = create(temporary)) {
				ByteBuffer buffer = ByteBuffer.wrap(content);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
				force(channel);
			}
			move(temporary, file);
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	/** Renames within a folder or to its sibling, in place of what is there; durable when it returns. */
	public void move(Path from, Path to) throws IOException {
		rename(from, to);
		forceFolder(to.toAbsolutePath().getParent());
	}

	/**
	 * As {@link #move}, but the new name is durable only after {@link #forceFolder}: for many files at a time. Waits up to half a
	 * second for a file that somebody else has open, as virus scanners do with new files: Windows does not rename it meanwhile.
	 */
	public void rename(Path from, Path to) throws IOException {
		for (int attempt = 1; true; attempt++) {
			try {
				renameAtOnce(from, to);
				return;
			} catch (FileSystemException e) {
				if (attempt == ATTEMPTS || !mayBeHeld(e, to)) {
					throw e;
				}
				LockSupport.parkNanos(attempt * PAUSE_NANOS);
			}
		}
	}

	/** One attempt. */
	protected void renameAtOnce(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
	}

	private static boolean mayBeHeld(FileSystemException e, Path file) {
		return e instanceof AccessDeniedException || !OwnerOnly.posix(file) && !(e instanceof NoSuchFileException);
	}

	/** Makes names in a folder durable. Windows does that by itself and cannot open folders. */
	public void forceFolder(@Nullable Path folder) throws IOException {
		if (folder != null && OwnerOnly.posix(folder)) {
			try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}
}

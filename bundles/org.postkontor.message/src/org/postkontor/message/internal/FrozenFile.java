package org.postkontor.message.internal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** A new file, readable by its owner only, that counts and digests what is written and is forced to disk at the end. */
final class FrozenFile implements Closeable {
	private static final int BUFFER = 1 << 16;

	private final FileChannel channel;
	private final MessageDigest digest;
	private final OutputStream out;
	private long size;

	FrozenFile(Path file) throws IOException {
		boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
		FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
		out = new BufferedOutputStream(new DigestOutputStream(new Sink(), digest), BUFFER);
	}

	OutputStream out() {
		return out;
	}

	/** Nothing may be written afterwards. */
	void force() throws IOException {
		out.flush();
		channel.force(true);
	}

	long size() {
		return size;
	}

	String sha256() {
		return HexFormat.of().formatHex(digest.digest());
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	static void delete(Path file, Throwable reason) {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			reason.addSuppressed(e);
		}
	}

	private final class Sink extends OutputStream {
		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte @Nullable [] bytes, int from, int length) throws IOException {
			ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			size += length;
		}
	}
}

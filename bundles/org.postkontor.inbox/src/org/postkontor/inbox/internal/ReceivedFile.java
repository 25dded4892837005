package org.postkontor.inbox.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.Nullable;

/** Takes the bytes of a mail as they come; remembers a failure of our disk, so that the server is not blamed for it. */
final class ReceivedFile extends OutputStream {
	private final FileChannel channel;
	private final MessageDigest digest;
	private final OutputStream buffer = new BufferedOutputStream(new Sink(), 1 << 16);
	private long size;
	private @Nullable IOException failure;

	ReceivedFile(FileChannel channel) {
		this.channel = channel;
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void write(int b) throws IOException {
		buffer.write(b);
	}

	@Override
	public void write(byte @Nullable [] bytes, int from, int length) throws IOException {
		buffer.write(bytes, from, length);
	}

	@Override
	public void flush() throws IOException {
		buffer.flush();
	}

	long size() {
		return size;
	}

	String sha256() {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Why the disk did not take the bytes, if it did not. */
	@Nullable
	IOException failure() {
		return failure;
	}

	private final class Sink extends OutputStream {
		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte @Nullable [] bytes, int from, int length) throws IOException {
			ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
			digest.update(rest.duplicate());
			try {
				while (rest.hasRemaining()) {
					size += channel.write(rest);
				}
			} catch (IOException e) {
				failure = e;
				throw e;
			}
		}
	}
}

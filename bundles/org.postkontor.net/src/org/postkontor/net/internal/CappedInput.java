package org.postkontor.net.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Reads for a {@link ConnectionGuard}, which sees every byte that the mail library sees. */
@NonNullByDefault({})
final class CappedInput extends FilterInputStream {
	private final ConnectionGuard guard;
	private final boolean tls;

	CappedInput(InputStream in, ConnectionGuard guard, boolean tls) {
		super(in);
		this.guard = guard;
		this.tls = tls;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count = super.read(buffer, offset, length);
		if (count > 0) {
			guard.received(tls, buffer, offset, count);
		} else if (count < 0) {
			guard.ended(tls);
		}
		return count;
	}

	@Override
	public long skip(long count) throws IOException {
		byte[] skipped = new byte[(int) Math.min(count, 8192)];
		return Math.max(0, read(skipped, 0, skipped.length));
	}

	@Override
	public boolean markSupported() {
		return false;
	}
}

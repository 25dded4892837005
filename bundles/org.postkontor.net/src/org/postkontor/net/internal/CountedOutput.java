package org.postkontor.net.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Writes in whole blocks and counts for a {@link ConnectionGuard}. */
@NonNullByDefault({})
final class CountedOutput extends FilterOutputStream {
	private final ConnectionGuard guard;
	private final boolean tls;

	CountedOutput(OutputStream out, ConnectionGuard guard, boolean tls) {
		super(out);
		this.guard = guard;
		this.tls = tls;
	}

	@Override
	public void write(int one) throws IOException {
		out.write(one);
		guard.sent(tls, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		out.write(bytes, offset, length); // the inherited method would write byte by byte
		guard.sent(tls, length);
	}
}

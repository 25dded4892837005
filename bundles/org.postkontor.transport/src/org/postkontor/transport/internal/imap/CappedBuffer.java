package org.postkontor.transport.internal.imap;

import org.eclipse.angus.mail.iap.ByteArray;

/** A response of limited size: the library allocates what a server announces, up to 2 GiB, before a byte of it has come. */
final class CappedBuffer extends ByteArray {
	/** A server announces or sends more than is sensible at this place. */
	static final class TooLarge extends RuntimeException {
		private static final long serialVersionUID = 1L;

		TooLarge(long size) {
			super("a response of " + size + " bytes or more");
		}
	}

	private static final int START = 256;

	private final int cap;

	CappedBuffer(int cap) {
		super(new byte[START], 0, START);
		this.cap = cap;
	}

	@Override
	public void grow(int more) {
		long size = (long) getBytes().length + more;
		if (more < 0 || size > cap) {
			throw new TooLarge(size);
		}
		super.grow(more);
	}
}

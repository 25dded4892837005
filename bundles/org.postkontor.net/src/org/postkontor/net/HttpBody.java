package org.postkontor.net;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a request that is written while it is sent, so that it need not fit into memory. */
public interface HttpBody {
	/** Bytes that {@link #writeTo} writes: exactly so many, for the header {@code Content-Length}. */
	long length();

	/**
	 * Writes the body, once, on the thread that called {@link HttpUploads#send}. What was not written has not left this
	 * computer; a write waits until the connection takes it.
	 *
	 * @throws IOException the connection is cut, so that the server never has the whole body; exceptions of {@code out} are to be
	 *                     passed on
	 */
	void writeTo(OutputStream out) throws IOException;
}

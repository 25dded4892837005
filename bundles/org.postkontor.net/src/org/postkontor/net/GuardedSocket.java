package org.postkontor.net;

import java.io.IOException;
import java.io.OutputStream;

/** The part of a guarded connection that its owner steers; sockets from {@link SocketFactories} report to it. Thread-safe. */
public interface GuardedSocket {
	/** Lifts the byte and line caps: the peer is who it should be and has accepted us. */
	void authenticated();

	/** Bytes read from the peer so far (of TLS: of the plain text inside). */
	long bytesRead();

	/** Bytes written to the peer so far. */
	long bytesWritten();

	/** Closes the TCP connection at once, from any thread, without any protocol farewell. */
	void abort();

	/** TLS version and cipher suite of the connection, or empty while it is plain. */
	String tls();

	/** Subject of the peer's certificate (RFC 2253), its first DNS name where the subject is empty; empty while it is plain. */
	String certificate();

	/**
	 * Where the plain text inside of TLS goes, without a buffer, for large data that a library above would look through byte by byte. It
	 * may be used while that library has nothing to write.
	 *
	 * @throws IOException unless TLS is verified and in use
	 */
	OutputStream secureOutput() throws IOException;
}

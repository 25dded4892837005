package org.postkontor.net.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.net.GuardedSocket;
import org.postkontor.net.RefusedConnectionException;
import org.postkontor.net.SocketLimits;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the sockets of one logical connection. Every socket starts capped. Once the peer has accepted us, further
 * sockets are free as soon as their TLS is verified; what comes before TLS stays capped on each of them.
 */
final class ConnectionGuard implements GuardedSocket {
	private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);

	private final SocketLimits limits;
	private final AtomicLong read = new AtomicLong();
	private final AtomicLong written = new AtomicLong();
	private volatile boolean free;
	private volatile boolean accepted;
	private volatile boolean aborted;
	private volatile String tls = "";
	private volatile String certificate = "";
	private volatile boolean layered;
	private volatile @Nullable Socket current;
	private volatile @Nullable OutputStream secure;
	private long capped;
	private int line;
	private volatile boolean insideLine;

	ConnectionGuard(SocketLimits limits) {
		this.limits = limits;
	}

	SocketLimits limits() {
		return limits;
	}

	/** A TCP socket is about to be connected; called for each address that is tried. */
	void opening(Socket socket) throws IOException {
		current = socket;
		secure = null;
		free = false;
		layered = false;
		tls = "";
		certificate = "";
		capped = 0;
		line = 0;
		insideLine = false;
		if (aborted) {
			socket.close();
			throw refusal("net.aborted", ProblemKind.CANCELLED);
		}
	}

	boolean isAborted() {
		return aborted;
	}

	/** From now on the bytes of the TCP socket belong to TLS. */
	void layering() {
		layered = true;
		line = 0;
		insideLine = false;
	}

	/** TLS is verified. */
	void secured(String description, String subject) {
		certificate = subject;
		tls = description;
		free = accepted;
	}

	/** What is written here leaves inside of verified TLS. */
	void writesTo(OutputStream out) {
		secure = out;
	}

	void received(boolean inTls, byte[] buffer, int offset, int count) throws IOException {
		if (layered != inTls) {
			return; // bytes of TLS records: what is inside them is counted
		}
		read.addAndGet(count);
		insideLine = buffer[offset + count - 1] != '\n';
		if (!free) {
			capped += count;
			if (capped > limits.maxUnauthenticatedBytes()) {
				throw refusal("net.too-much", ProblemKind.SERVER);
			}
			measureLines(buffer, offset, count);
		}
	}

	private void measureLines(byte[] buffer, int offset, int count) throws IOException {
		for (int i = offset; i < offset + count; i++) {
			line = buffer[i] == '\n' ? 0 : line + 1;
			if (line > limits.maxLineBytes()) {
				throw refusal("net.line-too-long", ProblemKind.SERVER);
			}
		}
	}

	/**
	 * The stream has ended. Mail libraries take the beginning of a line for a line then, so that half an answer would count
	 * as one.
	 */
	void ended(boolean inTls) throws EOFException {
		if (layered == inTls && insideLine) {
			throw new EOFException("inside a line");
		}
	}

	void sent(boolean inTls, int count) {
		if (layered == inTls) {
			written.addAndGet(count);
		}
	}

	private static RefusedConnectionException refusal(String id, ProblemKind kind) {
		return new RefusedConnectionException(Problem.of(id, kind, Fixer.PROVIDER, Remedy.RETRY));
	}

	@Override
	public void authenticated() {
		accepted = true;
		free = true;
	}

	@Override
	public long bytesRead() {
		return read.get();
	}

	@Override
	public long bytesWritten() {
		return written.get();
	}

	@Override
	public void abort() {
		aborted = true;
		Socket socket = current;
		if (socket != null) {
			try {
				socket.close();
			} catch (IOException e) {
				LOG.debug("closing an aborted connection", e);
			}
		}
	}

	@Override
	public String tls() {
		return tls;
	}

	@Override
	public String certificate() {
		return certificate;
	}

	@Override
	public OutputStream secureOutput() throws IOException {
		OutputStream out = secure;
		if (out == null) {
			throw new SocketException("no TLS");
		}
		return out;
	}
}

package org.postkontor.testkit;

import java.io.IOException;
import java.net.Socket;

/** How a connection ends badly. */
public enum Cut {
	/** A reset: pending data is lost, the client's next read or write fails at once. */
	RST {
		@Override
		public void apply(Socket socket) throws IOException {
			socket.setSoLinger(true, 0);
			socket.close();
		}
	},
	/** A clean end of the stream below TLS: the client reads what was sent, then the end (no close_notify). */
	FIN {
		@Override
		public void apply(Socket socket) throws IOException {
			socket.shutdownOutput();
		}
	};

	/** Ends {@code socket}, which is the plain TCP socket, also when TLS runs over it. */
	public abstract void apply(Socket socket) throws IOException;
}

package org.postkontor.auth.loopback;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to the port: so many at once and no more. When all places are taken, the oldest one makes room, since
 * whoever comes last may be the browser with the answer, and whoever has been silent for longest is not.
 */
final class BrowserConnections implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(BrowserConnections.class);
	private static final int MAX_CONNECTIONS = 64;
	private static final int MAX_FAILURES = 100;

	private final List<ServerSocket> servers;
	private final Responder responder;
	/** Oldest first; guarded by itself. */
	private final Deque<Socket> open = new ArrayDeque<>();

	/** Answers one request. */
	interface Responder {
		/** The whole HTTP answer. Any thread, several at once. */
		byte[] reply(Socket socket) throws IOException;
	}

	BrowserConnections(List<ServerSocket> servers, Responder responder) {
		this.servers = servers;
		this.responder = responder;
	}

	void start() {
		servers.forEach(server -> Thread.ofPlatform().daemon().name("postkontor-loopback").start(() -> accept(server)));
	}

	private void accept(ServerSocket server) {
		for (int failures = 0; !server.isClosed() && failures < MAX_FAILURES;) {
			try {
				Socket socket = server.accept();
				failures = 0;
				Socket oldest = admit(socket);
				Thread.ofVirtual().name("postkontor-loopback-request").start(() -> serve(socket));
				if (oldest != null) {
					oldest.close();
				}
			} catch (IOException e) {
				failures++;
				LOG.debug("Loopback port closed: {}", e.getMessage());
			}
		}
	}

	private @Nullable Socket admit(Socket socket) {
		synchronized (open) {
			open.addLast(socket);
			return open.size() > MAX_CONNECTIONS ? open.removeFirst() : null;
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			byte[] reply = responder.reply(socket);
			OutputStream out = socket.getOutputStream();
			out.write(reply);
			out.flush();
		} catch (IOException e) {
			LOG.debug("Loopback request ended: {}", e.getClass().getSimpleName());
		} finally {
			synchronized (open) {
				open.remove(socket);
			}
		}
	}

	/** No more connections; a reply that is under way still gets to the browser. */
	@Override
	public void close() {
		for (ServerSocket server : servers) {
			try {
				server.close();
			} catch (IOException e) {
				LOG.warn("Loopback port not closed", e);
			}
		}
	}
}

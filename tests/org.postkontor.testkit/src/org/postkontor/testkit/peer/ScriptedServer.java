package org.postkontor.testkit.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;

import org.postkontor.testkit.ServerIdentity;

/**
 * A server on 127.0.0.1 that runs a script on every connection and remembers every word. Thread-safe.
 */
public final class ScriptedServer implements AutoCloseable {

	private final ServerSocket listener;
	private final Script script;
	private final SSLContext context;
	private final boolean implicit;
	private final List<Transcript> transcripts = new CopyOnWriteArrayList<>();
	private final List<Throwable> failures = new CopyOnWriteArrayList<>();
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	public ScriptedServer(ServerTls tls, Script script) throws IOException {
		this.script = script;
		this.context = switch (tls) {
		case ServerTls.None none -> null;
		case ServerTls.Implicit(ServerIdentity identity) -> identity.serverContext();
		case ServerTls.Upgrade(ServerIdentity identity) -> identity.serverContext();
		};
		this.implicit = tls instanceof ServerTls.Implicit;
		listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().name("scripted-server-" + port()).start(this::accept);
	}

	/** Without TLS. */
	public static ScriptedServer plain(Script script) throws IOException {
		return new ScriptedServer(ServerTls.none(), script);
	}

	/** TLS from the first byte. */
	public static ScriptedServer tls(ServerIdentity identity, Script script) throws IOException {
		return new ScriptedServer(ServerTls.implicit(identity), script);
	}

	/** Plain until the script upgrades. */
	public static ScriptedServer startTls(ServerIdentity identity, Script script) throws IOException {
		return new ScriptedServer(ServerTls.upgrade(identity), script);
	}

	public int port() {
		return listener.getLocalPort();
	}

	/** The number of connections so far. */
	public int connections() {
		return transcripts.size();
	}

	/** One per connection, in order of their arrival. */
	public List<Transcript> transcripts() {
		return List.copyOf(transcripts);
	}

	/** The transcript of the latest connection. */
	public Transcript lastTranscript() {
		return transcripts.get(transcripts.size() - 1);
	}

	/** What scripts threw: a mismatch, a lost connection, a failed handshake. */
	public List<Throwable> failures() {
		return List.copyOf(failures);
	}

	/** @throws AssertionError with the first failure, if any */
	public void assertNoFailure() {
		if (!failures.isEmpty()) {
			throw new AssertionError("the script failed", failures.get(0));
		}
	}

	/** Resets all connections; the server goes on listening. */
	public void resetConnections() throws IOException {
		for (Socket socket : open) {
			org.postkontor.testkit.Cut.RST.apply(socket);
		}
	}

	@Override
	public void close() throws IOException {
		listener.close();
		for (Socket socket : open) {
			socket.close();
		}
	}

	private void accept() {
		while (!listener.isClosed()) {
			try {
				Socket socket = listener.accept();
				Transcript transcript = new Transcript();
				transcripts.add(transcript);
				int index = transcripts.size();
				open.add(socket);
				Thread.ofVirtual().start(() -> serve(index, socket, transcript));
			} catch (IOException e) {
				if (!listener.isClosed()) {
					failures.add(e);
				}
			}
		}
	}

	private void serve(int index, Socket socket, Transcript transcript) {
		try (socket) {
			Conversation conversation = new Conversation(index, socket, context, transcript);
			if (implicit) {
				conversation.upgradeToTls();
			}
			script.run(conversation);
			conversation.close();
		} catch (IOException | RuntimeException e) {
			failures.add(e);
		} finally {
			open.remove(socket);
		}
	}
}

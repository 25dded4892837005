package org.postkontor.outbox.tests;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.postkontor.testkit.Cut;

/** A SOCKS 5 proxy (RFC 1928) on this machine that can want a sign-in nobody has, and die at any moment. */
final class SocksRelay implements AutoCloseable {
	private static final int NONE_ACCEPTABLE = 0xff;

	private final ServerSocket listener;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final AtomicInteger relayed = new AtomicInteger();
	private volatile boolean wantsSignIn;

	SocksRelay() throws IOException {
		listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return listener.getLocalPort();
	}

	/** What HTTP proxies say with 407. */
	void wantSignIn(boolean wants) {
		wantsSignIn = wants;
	}

	/** Connections that were let through. */
	int relayed() {
		return relayed.get();
	}

	/** Resets whatever goes through it. */
	void die() {
		for (Socket socket : open) {
			try {
				Cut.RST.apply(socket);
			} catch (IOException closedMeanwhile) {
				open.remove(socket);
			}
		}
		open.clear();
	}

	private void accept() {
		while (!listener.isClosed()) {
			try {
				Socket client = listener.accept();
				open.add(client);
				Thread.ofVirtual().start(() -> serve(client));
			} catch (IOException closed) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client) {
			DataInputStream in = new DataInputStream(client.getInputStream());
			in.readByte();
			in.readNBytes(in.readUnsignedByte());
			client.getOutputStream().write(new byte[] { 5, (byte) (wantsSignIn ? NONE_ACCEPTABLE : 0) });
			if (wantsSignIn) {
				return;
			}
			in.readNBytes(4);
			String host = new String(in.readNBytes(in.readUnsignedByte()));
			try (Socket server = new Socket(host, in.readUnsignedShort())) {
				open.add(server);
				relayed.incrementAndGet();
				client.getOutputStream().write(new byte[] { 5, 0, 0, 1, 0, 0, 0, 0, 0, 0 });
				Thread.ofVirtual().start(() -> pump(server, client));
				pump(client, server);
			}
		} catch (IOException ended) {
			open.remove(client);
		}
	}

	private static void pump(Socket from, Socket to) {
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			in.transferTo(out);
		} catch (IOException ended) {
			return;
		}
	}

	@Override
	public void close() throws IOException {
		listener.close();
		die();
	}
}

package org.postkontor.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A submission server that takes all mails, counts them and forgets them: it should cost as little as possible of what is
 * measured. With TLS from the first byte and AUTH, or with neither, for programs that know neither.
 */
final class SmtpSink implements AutoCloseable {
	private final ServerSocket listener;
	private final Optional<SSLContext> tls;
	private final AtomicInteger mails = new AtomicInteger();
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	SmtpSink(Optional<SSLContext> tls) throws IOException {
		this.tls = tls;
		listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().name("sink").start(this::accept);
	}

	int port() {
		return listener.getLocalPort();
	}

	/** Mails taken since the last time this was asked. */
	int takeCount() {
		return mails.getAndSet(0);
	}

	private void accept() {
		while (!listener.isClosed()) {
			try {
				Socket client = listener.accept();
				open.add(client);
				Thread.ofVirtual().start(() -> serve(client));
			} catch (IOException e) {
				// Closing the listener is how this loop ends.
				continue;
			}
		}
	}

	private void serve(Socket client) {
		try (client) {
			client.setTcpNoDelay(true);
			if (tls.isEmpty()) {
				new SinkSession(client, false, mails).run();
				return;
			}
			try (SSLSocket secure = (SSLSocket) tls.get().getSocketFactory().createSocket(client, null, true)) {
				secure.setUseClientMode(false);
				new SinkSession(secure, true, mails).run();
			}
		} catch (IOException e) {
			// The client hung up: what it did not finish does not count, and its own side reports it.
			return;
		} finally {
			open.remove(client);
		}
	}

	@Override
	public void close() throws IOException {
		listener.close();
		for (Socket client : open) {
			client.close();
		}
	}
}

package org.postkontor.transport.internal.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.postkontor.message.OutgoingMessage;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.internal.Watchdog;

/** Streams the frozen bytes as they are. Tells failures of our own file from those of the connection. */
final class SmtpBody {
	/** The frozen bytes cannot be read, or are not those that were frozen. */
	static final class ContentException extends IOException {
		private static final long serialVersionUID = 1L;

		ContentException(String what, Throwable cause) {
			super(what, cause);
		}

		ContentException(String what) {
			super(what);
		}
	}

	private static final int CHUNK = 1 << 15;
	private static final long PROGRESS = 1 << 18;

	private final OutgoingMessage message;
	private final Watchdog watchdog;
	private final Duration perChunk;

	SmtpBody(OutgoingMessage message, Watchdog watchdog, Duration perChunk) {
		this.message = message;
		this.watchdog = watchdog;
		this.perChunk = perChunk;
	}

	void writeTo(DotStuffing out, HandOver handOver) throws IOException {
		try (InputStream in = open()) {
			byte[] chunk = new byte[(int) Math.clamp(message.size(), 1, CHUNK)];
			long sent = 0;
			long told = 0;
			for (int n = read(in, chunk); n >= 0; n = read(in, chunk)) {
				watchdog.phase(perChunk);
				out.write(chunk, 0, n);
				sent += n;
				if (sent - told >= PROGRESS) {
					told = sent;
					handOver.progress(sent);
				}
			}
			if (sent != message.size()) {
				throw new ContentException("size " + sent + " instead of " + message.size());
			}
			out.end();
			handOver.progress(sent);
		}
	}

	private InputStream open() throws ContentException {
		try {
			return message.content().open();
		} catch (IOException e) {
			throw new ContentException("open", e);
		}
	}

	private static int read(InputStream in, byte[] chunk) throws ContentException {
		try {
			return in.read(chunk);
		} catch (IOException e) {
			throw new ContentException("read", e);
		}
	}
}

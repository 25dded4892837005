package org.postkontor.transport.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;

import org.postkontor.message.AddressedContent;
import org.postkontor.net.HttpBody;
import org.postkontor.transport.HandOver;

/**
 * A mail in base64 between two fixed texts, streamed. The last bytes stay here until the boundary is journaled: without them
 * no server has a complete request. Remembers how far it came, since exceptions do not tell that reliably.
 */
final class MailUpload implements HttpBody {
	private static final int CHUNK = 3 << 14;
	private static final long PROGRESS = 1 << 18;
	private static final int QUANTUM = 4;

	private final AddressedContent content;
	private final RequestFrame frame;
	private final HandOver handOver;
	private boolean unreadable;
	private boolean unjournaled;
	private boolean handedOver;

	MailUpload(AddressedContent content, RequestFrame frame, HandOver handOver) {
		this.content = content;
		this.frame = frame;
		this.handOver = handOver;
	}

	@Override
	public long length() {
		return frame.length(content.size());
	}

	/** Whether the server may have the whole mail. */
	boolean isHandedOver() {
		return handedOver;
	}

	/** Whether the frozen bytes were the reason to stop. */
	boolean isUnreadable() {
		return unreadable;
	}

	/** Whether the journal was the reason to stop. */
	boolean isUnjournaled() {
		return unjournaled;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		out.write(frame.before());
		try (InputStream in = open()) {
			byte[] pending = new byte[0];
			long sent = 0;
			long told = 0;
			for (byte[] chunk = read(in); chunk.length > 0; chunk = read(in)) {
				out.write(pending);
				pending = Base64.getEncoder().encode(chunk);
				sent += chunk.length;
				if (sent - told >= PROGRESS) {
					told = sent;
					handOver.progress(Math.min(sent, content.message().size()));
				}
			}
			if (sent != content.size()) {
				unreadable = true;
				throw new IOException("size " + sent + " instead of " + content.size());
			}
			end(out, pending);
		}
	}

	private void end(OutputStream out, byte[] pending) throws IOException {
		int held = Math.min(QUANTUM, pending.length);
		out.write(pending, 0, pending.length - held);
		handOver.progress(content.message().size());
		try {
			if (!content.rebuilt().isEmpty()) {
				handOver.rebuilt(String.join(" ", content.rebuilt()));
			}
			handOver.boundary();
		} catch (IOException | RuntimeException e) {
			unjournaled = true;
			throw e;
		}
		handedOver = true;
		byte[] last = new byte[held + frame.after().length];
		System.arraycopy(pending, pending.length - held, last, 0, held);
		System.arraycopy(frame.after(), 0, last, held, frame.after().length);
		out.write(last);
	}

	private InputStream open() throws IOException {
		try {
			return content.open();
		} catch (IOException e) {
			unreadable = true;
			throw e;
		}
	}

	private byte[] read(InputStream in) throws IOException {
		try {
			return in.readNBytes(CHUNK);
		} catch (IOException e) {
			unreadable = true;
			throw e;
		}
	}
}

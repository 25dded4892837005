package org.postkontor.transport.internal.pop3;

import java.io.IOException;
import java.io.OutputStream;

/** Takes the dots out that the server has stuffed, and notices the end (RFC 1939, 3). Passes everything else unchanged. */
final class Pop3MailSink {
	private enum State {
		LINE_START, DOT, DOT_CR, CR, TEXT, END
	}

	/** The receiver of the mail failed, not the connection. */
	static final class SinkException extends IOException {
		private static final long serialVersionUID = 1L;

		SinkException(IOException cause) {
			super(cause);
		}
	}

	private final OutputStream sink;
	private State state = State.LINE_START;

	Pop3MailSink(OutputStream sink) {
		this.sink = sink;
	}

	boolean isComplete() {
		return state == State.END;
	}

	/** @throws IOException if something follows the end, which nobody has asked for */
	void accept(byte[] piece, int length) throws IOException {
		int from = 0;
		for (int i = 0; i < length; i++) {
			if (state == State.END) {
				throw new IOException("more than one answer");
			}
			State before = state;
			state = next(before, piece[i]);
			if (state == State.DOT) {
				write(piece, from, i - from);
				from = i + 1;
			} else if (before == State.DOT_CR && state != State.END) {
				// ".\r" without "\n" was text: the dot was stuffed, the CR was not written yet.
				write(new byte[] { '\r' }, 0, 1);
			}
			if (state == State.DOT_CR || state == State.END) {
				from = i + 1;
			}
		}
		write(piece, from, length - from);
	}

	private static State next(State state, byte b) throws IOException {
		return switch (b) {
		case '.' -> state == State.LINE_START ? State.DOT : State.TEXT;
		case '\r' -> state == State.DOT ? State.DOT_CR : State.CR;
		case '\n' -> switch (state) {
			case DOT_CR -> State.END;
			case CR -> State.LINE_START;
			default -> State.TEXT;
			};
		default -> State.TEXT;
		};
	}

	private void write(byte[] bytes, int from, int count) throws SinkException {
		if (count > 0) {
			try {
				sink.write(bytes, from, count);
			} catch (IOException e) {
				throw new SinkException(e);
			}
		}
	}
}

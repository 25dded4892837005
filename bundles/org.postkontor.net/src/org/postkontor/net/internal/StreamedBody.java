package org.postkontor.net.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.net.HttpBody;

/** Hands a body over piece by piece: the caller's thread writes, and waits until the connection has taken the piece before. */
@NonNullByDefault({})
final class StreamedBody extends OutputStream implements BodyPublisher, Subscription {
	private static final long POLL_MILLIS = 50;

	/** The connection is gone; the answer tells why. */
	private static final class GoneException extends IOException {
		private static final long serialVersionUID = 1L;
	}

	private final HttpBody body;
	private final Runnable look;
	private @Nullable Subscriber<? super ByteBuffer> subscriber;
	private long demand;
	private boolean cancelled;
	private CompletableFuture<?> answer;
	private @Nullable IOException failure;

	/** @param look ends the answer if nobody wants it any more */
	StreamedBody(HttpBody body, Runnable look) {
		this.body = body;
		this.look = look;
	}

	/** Writes the whole body, or as much as the connection takes; a failure of the body cuts the request. */
	void feed(CompletableFuture<?> newAnswer) {
		answer = newAnswer;
		try {
			body.writeTo(this);
			awaitDemand(false).onComplete();
		} catch (GoneException e) {
			failure = null; // whoever waits for the answer hears the reason
		} catch (IOException e) {
			failure = e;
			newAnswer.cancel(true);
		} catch (RuntimeException e) {
			newAnswer.cancel(true);
			throw e;
		}
	}

	/** What the body itself threw. */
	void throwFailure() throws IOException {
		IOException thrown = failure;
		if (thrown != null) {
			throw thrown;
		}
	}

	@Override
	public void write(int one) throws IOException {
		write(new byte[] { (byte) one }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (length > 0) {
			byte[] piece = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
			awaitDemand(true).onNext(ByteBuffer.wrap(piece));
		}
	}

	private synchronized Subscriber<? super ByteBuffer> awaitDemand(boolean piece) throws IOException {
		try {
			while (true) {
				look.run();
				if (cancelled || answer.isDone()) {
					throw new GoneException();
				}
				Subscriber<? super ByteBuffer> ready = subscriber;
				if (ready != null && (demand > 0 || !piece)) {
					demand -= piece ? 1 : 0;
					return ready;
				}
				wait(POLL_MILLIS); // neither an answer nor a user wakes us
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new GoneException();
		}
	}

	@Override
	public long contentLength() {
		return body.length();
	}

	@Override
	public void subscribe(Subscriber<? super ByteBuffer> newSubscriber) {
		synchronized (this) {
			if (subscriber != null) {
				throw new IllegalStateException("a body is sent once");
			}
			subscriber = newSubscriber;
		}
		newSubscriber.onSubscribe(this);
	}

	@Override
	public synchronized void request(long n) {
		demand += n;
		notifyAll();
	}

	@Override
	public synchronized void cancel() {
		cancelled = true;
		notifyAll();
	}
}

package org.postkontor.testkit.peer;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits in real time, in a server's thread. */
final class Pause {

	private Pause() {
	}

	static void of(Duration duration) throws InterruptedIOException {
		try {
			TimeUnit.NANOSECONDS.sleep(duration.toNanos());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}
}

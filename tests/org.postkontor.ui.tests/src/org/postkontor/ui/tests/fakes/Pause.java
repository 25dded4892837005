package org.postkontor.ui.tests.fakes;

/** Lets other threads go on between two looks at a condition. */
public final class Pause {
	private static final long NANOS = 5_000_000;

	private Pause() {
	}

	public static void briefly() {
		java.util.concurrent.locks.LockSupport.parkNanos(NANOS);
	}
}

package org.postkontor.cli.tests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postkontor.cli.internal.start.Interruption;

@Timeout(30)
class InterruptionTest {
	@Test
	void cancelsAndWaitsForTheEnd() throws Exception {
		Interruption interruption = new Interruption(new NullProgressMonitor()).watch();
		CountDownLatch cancelling = new CountDownLatch(1);
		CompletableFuture<Void> cancelled = CompletableFuture.runAsync(() -> {
			cancelling.countDown();
			interruption.cancel();
		});
		assertTrue(cancelling.await(5, SECONDS));
		while (!interruption.monitor().isCanceled()) {
			Thread.onSpinWait();
		}
		assertFalse(cancelled.isDone());
		interruption.close();
		cancelled.get(4, SECONDS);
	}

	@Test
	void waitsForABoundedTimeOnly() throws Exception {
		Interruption stuck = new Interruption(new NullProgressMonitor());
		CompletableFuture.runAsync(stuck::cancel).get(15, SECONDS);
		assertTrue(stuck.monitor().isCanceled());
	}

	@Test
	void endsAtOnceWhenTheCommandIsOver() throws Exception {
		Interruption interruption = new Interruption(new NullProgressMonitor()).watch();
		interruption.close();
		CompletableFuture.runAsync(interruption::cancel).get(3, SECONDS);
		assertTrue(interruption.monitor().isCanceled());
	}
}

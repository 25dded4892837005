package org.postkontor.cli.internal.start;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and the end of the framework: cancels what runs and gives it a few seconds to end well. What is not ended by
 * then is ended by the process; every state of the stores survives that.
 */
public final class Interruption implements AutoCloseable {
	private static final long PATIENCE_SECONDS = 5;

	private final IProgressMonitor monitor;
	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook = new Thread(this::cancel, "Postkontor interruption");

	public Interruption(IProgressMonitor monitor) {
		this.monitor = monitor;
	}

	/** Begins to listen to the end of the process; until closed. */
	public Interruption watch() {
		Runtime.getRuntime().addShutdownHook(hook);
		return this;
	}

	public IProgressMonitor monitor() {
		return monitor;
	}

	/** Cancels, and waits a bounded time for the end. */
	public void cancel() {
		monitor.setCanceled(true);
		try {
			if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				LoggerFactory.getLogger(Interruption.class).warn("The command did not end within {} seconds", PATIENCE_SECONDS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		ended.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException e) {
			// The process is already ending; the hook has seen the latch.
			LoggerFactory.getLogger(Interruption.class).debug("Ending", e);
		}
	}
}

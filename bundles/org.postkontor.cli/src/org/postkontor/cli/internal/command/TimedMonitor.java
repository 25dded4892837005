package org.postkontor.cli.internal.command;

import java.time.Duration;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;

/** Is cancelled also when a time is over. */
final class TimedMonitor extends ProgressMonitorWrapper {
	private final long start = System.nanoTime();
	private final long limit;

	TimedMonitor(IProgressMonitor monitor, Duration limit) {
		super(monitor);
		this.limit = limit.toNanos();
	}

	@Override
	public boolean isCanceled() {
		return System.nanoTime() - start >= limit || super.isCanceled();
	}
}

package org.postkontor.inbox.internal;

import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;

/** Is cancelled also when the inbox is closed, so that no watch outlives it. */
final class OpenMonitor extends ProgressMonitorWrapper {
	private final BooleanSupplier closed;

	OpenMonitor(IProgressMonitor monitor, BooleanSupplier closed) {
		super(monitor);
		this.closed = closed;
	}

	@Override
	public boolean isCanceled() {
		return closed.getAsBoolean() || super.isCanceled();
	}
}

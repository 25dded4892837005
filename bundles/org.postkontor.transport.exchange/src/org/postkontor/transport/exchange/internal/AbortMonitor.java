package org.postkontor.transport.exchange.internal;

import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.eclipse.jdt.annotation.Nullable;

/** Cancelled by the user or by whoever ends the connection. */
final class AbortMonitor extends ProgressMonitorWrapper {
	private final BooleanSupplier aborted;

	AbortMonitor(@Nullable IProgressMonitor user, BooleanSupplier aborted) {
		super(user == null ? new NullProgressMonitor() : user);
		this.aborted = aborted;
	}

	@Override
	public boolean isCanceled() {
		return aborted.getAsBoolean() || super.isCanceled();
	}
}

package org.postkontor.auth.internal;

import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** Turns a cancelled monitor or an interrupted thread into a problem of kind CANCELLED. */
public final class Cancellation {
	private Cancellation() {
	}

	public static void check(@Nullable IProgressMonitor monitor) throws ProblemException {
		if (monitor != null && monitor.isCanceled()) {
			throw new ProblemException(AuthProblems.cancelled());
		}
	}

	/** Waits between two polls. */
	public static void pause(long nanos) throws ProblemException {
		try {
			TimeUnit.NANOSECONDS.sleep(nanos);
		} catch (InterruptedException e) {
			throw interrupted(e);
		}
	}

	public static ProblemException interrupted(InterruptedException e) {
		Thread.currentThread().interrupt();
		return new ProblemException(AuthProblems.cancelled(), e);
	}
}

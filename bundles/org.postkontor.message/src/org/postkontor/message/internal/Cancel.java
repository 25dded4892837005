package org.postkontor.message.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** Asks a monitor, if there is one. */
final class Cancel {
	private Cancel() {
	}

	static void check(@Nullable IProgressMonitor monitor) throws ProblemException {
		if (monitor != null && monitor.isCanceled()) {
			throw MessageProblems.cancelled();
		}
	}
}

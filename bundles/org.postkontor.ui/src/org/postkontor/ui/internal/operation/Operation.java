package org.postkontor.ui.internal.operation;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.problem.ProblemException;

/** Synchronous, cancellable work without user interface, done off the user interface's thread. */
@FunctionalInterface
public interface Operation<T> {
	/** @throws ProblemException to be shown; kind CANCELLED is not shown */
	T run(IProgressMonitor monitor) throws ProblemException;
}

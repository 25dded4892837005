package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.operation.Operation;

/** Tells how long an operation took: reading a hundred thousand mails keeps the outbox busy for a second. */
record TimedLoad<T>(Operation<T> load, Consumer<Duration> took) implements Operation<T> {
	@Override
	public T run(IProgressMonitor monitor) throws ProblemException {
		long start = System.nanoTime();
		T result = load.run(monitor);
		took.accept(Duration.ofNanos(System.nanoTime() - start));
		return result;
	}
}

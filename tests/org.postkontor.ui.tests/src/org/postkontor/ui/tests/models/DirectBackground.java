package org.postkontor.ui.tests.models;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.operation.Background;
import org.postkontor.ui.internal.operation.Operation;

/** Runs at once, on the calling thread. */
final class DirectBackground implements Background {
	@Override
	public <T> Running start(String label, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed) {
		return startQuietly(label, operation, done, failed);
	}

	@Override
	public <T> Running startQuietly(String label, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed) {
		try {
			done.accept(operation.run(new NullProgressMonitor()));
		} catch (ProblemException e) {
			failed.accept(e.problem());
		}
		return () -> {
		};
	}

	@Override
	public Executor ui() {
		return Runnable::run;
	}
}

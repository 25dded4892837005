package org.postkontor.ui.tests.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.operation.Background;
import org.postkontor.ui.internal.operation.Operation;

/** Runs at once, on the calling thread; later work when the test says so. */
final class DirectBackground implements Background {
	private final List<Duration> delays = new ArrayList<>();
	private Runnable later = () -> {
	};

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

	/** Keeps it until {@link #runLater}. */
	@Override
	public <T> Running startLater(String label, Duration delay, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed) {
		delays.add(delay);
		later = () -> startQuietly(label, operation, done, failed);
		return () -> later = () -> {
		};
	}

	/** What was started last to run later runs now. */
	void runLater() {
		Runnable task = later;
		later = () -> {
		};
		task.run();
	}

	List<Duration> delays() {
		return delays;
	}

	@Override
	public Executor ui() {
		return Runnable::run;
	}
}

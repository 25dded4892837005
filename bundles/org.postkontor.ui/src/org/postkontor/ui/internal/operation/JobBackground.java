package org.postkontor.ui.internal.operation;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.postkontor.problem.Problem;

/** Runs operations as jobs, so that progress and cancel are the workbench's. */
public final class JobBackground implements Background {
	private final Executor ui;

	public JobBackground(Display display) {
		this.ui = new DisplayExecutor(display);
	}

	@Override
	public <T> Running start(String label, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed) {
		return schedule(label, operation, done, failed, false, Job.LONG, Duration.ZERO);
	}

	@Override
	public <T> Running startQuietly(String label, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed) {
		return schedule(label, operation, done, failed, true, Job.SHORT, Duration.ZERO);
	}

	@Override
	public <T> Running startLater(String label, Duration delay, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed) {
		return schedule(label, operation, done, failed, true, Job.DECORATE, delay);
	}

	@Override
	public Executor ui() {
		return ui;
	}

	private <T> Running schedule(String label, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed, boolean quiet, int priority,
			Duration delay) {
		OperationJob<T> job = new OperationJob<>(label, operation, ui, done, failed);
		job.setSystem(quiet);
		job.setPriority(priority);
		job.schedule(delay.toMillis());
		return job::cancel;
	}
}

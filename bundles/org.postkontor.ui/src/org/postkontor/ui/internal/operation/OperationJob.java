package org.postkontor.ui.internal.operation;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an operation into a job: the only class that does. */
final class OperationJob<T> extends Job {
	private static final Logger LOG = LoggerFactory.getLogger(OperationJob.class);

	private final Operation<T> operation;
	private final Executor ui;
	private final Consumer<T> done;
	private final Consumer<Problem> failed;

	OperationJob(String label, Operation<T> operation, Executor ui, Consumer<T> done, Consumer<Problem> failed) {
		super(label);
		this.operation = operation;
		this.ui = ui;
		this.done = done;
		this.failed = failed;
	}

	@Override
	protected IStatus run(@Nullable IProgressMonitor given) {
		IProgressMonitor monitor = given == null ? new NullProgressMonitor() : given;
		try {
			T result = operation.run(monitor);
			ui.execute(() -> done.accept(result));
			return Status.OK_STATUS;
		} catch (ProblemException e) {
			LOG.info("{}: {}", getName(), e.problem().id());
			return failed(e.problem());
		} catch (OperationCanceledException e) {
			LOG.debug("cancelled", e);
			return failed(Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
		} catch (RuntimeException | LinkageError e) {
			LOG.error(getName(), e);
			return failed(Problem.of("internal", ProblemKind.INTERNAL, Fixer.DEVELOPER, Remedy.REPORT).detail("error", e.getClass().getName()));
		}
	}

	/** The problem is shown by who started the work: the job itself never reports an error. */
	private IStatus failed(Problem problem) {
		ui.execute(() -> failed.accept(problem));
		return problem.kind() == ProblemKind.CANCELLED ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}
}

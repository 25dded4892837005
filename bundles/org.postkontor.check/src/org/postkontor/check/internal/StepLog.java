package org.postkontor.check.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.check.CheckStep;
import org.postkontor.check.CheckStep.Result;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps below one top-level step, tells the listener, and remembers how they ended. For one thread. */
final class StepLog {
	private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

	private final String id;
	private final Consumer<CheckStep> listener;
	private final @Nullable IProgressMonitor monitor;
	private final List<CheckStep> steps = new ArrayList<>();
	private final long start = System.nanoTime();

	/** The work of a step. */
	interface Work<T> {
		Found<T> run() throws ProblemException;
	}

	StepLog(String id, Consumer<CheckStep> listener, @Nullable IProgressMonitor monitor) {
		this.id = id;
		this.listener = listener;
		this.monitor = monitor;
		listener.accept(new CheckStep(id, Result.RUNNING, "", 0, Optional.empty(), List.of()));
	}

	/** Runs a step; empty if it failed or was cancelled. */
	<T> Optional<T> run(String name, Work<T> work) {
		String step = id + "." + name;
		if (isCancelled()) {
			return skip(name);
		}
		listener.accept(new CheckStep(step, Result.RUNNING, "", 0, Optional.empty(), List.of()));
		long began = System.nanoTime();
		try {
			Found<T> found = work.run();
			end(new CheckStep(step, found.result(), found.detail(), millis(began), found.problem(), List.of()));
			return Optional.of(found.value());
		} catch (ProblemException e) {
			Problem problem = e.problem();
			Result result = problem.kind() == ProblemKind.CANCELLED || isCancelled() ? Result.SKIPPED : Result.FAILED;
			end(new CheckStep(step, result, "", millis(began), Optional.of(problem), List.of()));
		} catch (RuntimeException | LinkageError e) {
			LOG.warn("step {}", step, e);
			Problem problem = Problem.of("check.internal", ProblemKind.INTERNAL, Fixer.DEVELOPER, Remedy.REPORT).detail("exception",
					e.getClass().getName());
			end(new CheckStep(step, Result.FAILED, "", millis(began), Optional.of(problem), List.of()));
		}
		return Optional.empty();
	}

	/** A step that makes no sense without an earlier one. */
	<T> Optional<T> skip(String name) {
		end(new CheckStep(id + "." + name, Result.SKIPPED, "", 0, Optional.empty(), List.of()));
		return Optional.empty();
	}

	private void end(CheckStep step) {
		steps.add(step);
		listener.accept(step);
	}

	/** The top-level step: as bad as the worst below it. */
	CheckStep finish(String detail) {
		Result worst = steps.stream().map(CheckStep::result).filter(r -> r == Result.FAILED).findFirst()
				.or(() -> steps.stream().map(CheckStep::result).filter(r -> r == Result.WARNING).findFirst())
				.orElse(steps.stream().anyMatch(s -> s.result() == Result.PASSED) ? Result.PASSED : Result.SKIPPED);
		return finish(worst, detail, Optional.empty());
	}

	CheckStep finish(Result result, String detail, Optional<Problem> problem) {
		CheckStep step = new CheckStep(id, result, detail, millis(start), problem, steps);
		listener.accept(step);
		return step;
	}

	private boolean isCancelled() {
		IProgressMonitor user = monitor;
		return user != null && user.isCanceled();
	}

	private static long millis(long since) {
		return (System.nanoTime() - since) / 1_000_000;
	}
}

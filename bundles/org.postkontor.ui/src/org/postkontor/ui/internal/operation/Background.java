package org.postkontor.ui.internal.operation;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.postkontor.problem.Problem;

/** Runs operations off the user interface's thread and brings results back to it. Called on the user interface's thread. */
public interface Background {
	/**
	 * @param label  shown in the progress area
	 * @param done   called on the user interface's thread with the result
	 * @param failed called on the user interface's thread instead; also for kind CANCELLED
	 */
	<T> Running start(String label, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed);

	/** The same for short work that nobody wants to see in the progress area. */
	<T> Running startQuietly(String label, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed);

	/** The same after {@code delay}, giving way to everything else: for care that nobody waits for. */
	<T> Running startLater(String label, Duration delay, Operation<T> operation, Consumer<T> done, Consumer<Problem> failed);

	/** Runs something on the user interface's thread, from any thread, without waiting; dropped when the interface is gone. */
	Executor ui();

	/** Work in progress. */
	@FunctionalInterface
	interface Running {
		/** Asks to stop; harmless when it is over. */
		void cancel();
	}
}

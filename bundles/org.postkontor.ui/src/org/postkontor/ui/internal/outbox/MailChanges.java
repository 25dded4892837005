package org.postkontor.ui.internal.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.operation.Operation;

/**
 * The same change of several mails, one after the other. Ends early when it is cancelled or at the first problem: what was changed by
 * then stays changed and is told, so that it can be undone.
 */
public record MailChanges(List<OutboxId> ids, Change change) implements Operation<MailChanges.Result> {
	/** Something about one mail that may come too late. */
	@FunctionalInterface
	public interface Change {
		/** False if it is too late. */
		boolean apply(OutboxId id) throws ProblemException;
	}

	/**
	 * How far it came.
	 *
	 * @param late    for which the change came too late
	 * @param untried what is left if it ended early, with the mail of the problem
	 */
	public record Result(List<OutboxId> changed, List<OutboxId> late, List<OutboxId> untried, Optional<Problem> problem) {
		public Result {
			changed = List.copyOf(changed);
			late = List.copyOf(late);
			untried = List.copyOf(untried);
		}
	}

	public MailChanges {
		ids = List.copyOf(ids);
	}

	@Override
	public Result run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, ids.size());
		List<OutboxId> changed = new ArrayList<>();
		List<OutboxId> late = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			if (progress.isCanceled()) {
				return new Result(changed, late, ids.subList(i, ids.size()), Optional.empty());
			}
			OutboxId id = ids.get(i);
			try {
				(change.apply(id) ? changed : late).add(id);
			} catch (ProblemException e) {
				return new Result(changed, late, ids.subList(i, ids.size()), Optional.of(e.problem()));
			}
			progress.worked(1);
		}
		return new Result(changed, late, List.of(), Optional.empty());
	}
}

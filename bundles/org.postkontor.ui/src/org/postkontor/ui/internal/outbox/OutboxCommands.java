package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.postkontor.outbox.Lane;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;

/** What can be done with mails of the outbox; in the background, without asking. */
public final class OutboxCommands {
	/** Something about one mail that may come too late. */
	@FunctionalInterface
	private interface Change {
		boolean apply(Outbox outbox, OutboxId id) throws ProblemException;
	}

	private final UiContext context;

	public OutboxCommands(UiContext context) {
		this.context = context;
	}

	/** @param late told how many mails could not be changed because they were being handed over */
	public void hold(List<OutboxRow> rows, Consumer<Integer> late) {
		change(rows, Outbox::hold, late);
	}

	public void release(List<OutboxRow> rows, Consumer<Integer> late) {
		change(rows, Outbox::release, late);
	}

	public void remove(List<OutboxRow> rows, Consumer<Integer> late) {
		change(rows, Outbox::remove, late);
	}

	/** Wakes what is paused and sends what is due. */
	public void sendNow(Consumer<DrainSummary> done) {
		context.background().start(OutboxMessages.jobSend, monitor -> {
			for (Lane lane : context.services().outbox().lanes()) {
				if (lane.paused().isPresent()) {
					context.services().outbox().wake(lane.account());
				}
			}
			return context.services().outbox().drain(Optional.empty(), monitor);
		}, done, context.problems()::show);
	}

	public void resolve(OutboxRow row, Decision decision) {
		context.background().startQuietly(OutboxMessages.jobChange, monitor -> {
			context.services().outbox().resolve(row.entry().id(), decision);
			return row;
		}, done -> {
		}, context.problems()::show);
	}

	private void change(List<OutboxRow> rows, Change change, Consumer<Integer> late) {
		context.background().startQuietly(OutboxMessages.jobChange, monitor -> {
			int missed = 0;
			for (OutboxRow row : rows) {
				missed += change.apply(context.services().outbox(), row.entry().id()) ? 0 : 1;
			}
			return missed;
		}, late, context.problems()::show);
	}
}

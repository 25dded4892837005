package org.postkontor.ui.internal.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.postkontor.outbox.Lane;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
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
		change(ids(rows), Outbox::hold, done -> late.accept(rows.size() - done.size()));
	}

	public void release(List<OutboxRow> rows, Consumer<Integer> late) {
		change(ids(rows), Outbox::release, done -> late.accept(rows.size() - done.size()));
	}

	public void schedule(List<OutboxRow> rows, SendOptions options, Consumer<Integer> late) {
		change(ids(rows), (outbox, id) -> outbox.schedule(id, options), done -> late.accept(rows.size() - done.size()));
	}

	/** @param done told which mails are gone */
	public void remove(List<OutboxRow> rows, Consumer<List<OutboxId>> done) {
		change(ids(rows), Outbox::remove, done);
	}

	/** All that are sent and need nobody, shown or not. @param done told which mails are gone */
	void removeSent(Consumer<List<OutboxId>> done) {
		context.background().startQuietly(OutboxMessages.jobChange, monitor -> context.services().outbox().removeSent(), done, context.problems()::show);
	}

	/** @param done told which mails are back */
	public void restore(List<OutboxId> ids, Consumer<List<OutboxId>> done) {
		change(ids, Outbox::restore, done);
	}

	/** Sends these mails at once, whatever they wait for. */
	public void sendNow(List<OutboxRow> rows, Consumer<DrainSummary> done, Consumer<Integer> late) {
		change(ids(rows), Outbox::sendNow, changed -> {
			late.accept(rows.size() - changed.size());
			sendNow(done);
		});
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

	public void resolve(List<OutboxRow> rows, Decision decision) {
		change(ids(rows), (outbox, id) -> {
			outbox.resolve(id, decision);
			return true;
		}, done -> {
		});
	}

	private static List<OutboxId> ids(List<OutboxRow> rows) {
		return rows.stream().map(row -> row.entry().id()).toList();
	}

	private void change(List<OutboxId> ids, Change change, Consumer<List<OutboxId>> done) {
		context.background().startQuietly(OutboxMessages.jobChange, monitor -> {
			List<OutboxId> changed = new ArrayList<>();
			for (OutboxId id : ids) {
				if (change.apply(context.services().outbox(), id)) {
					changed.add(id);
				}
			}
			return List.copyOf(changed);
		}, done, context.problems()::show);
	}
}

package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.postkontor.outbox.Lane;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Background;
import org.postkontor.ui.internal.outbox.MailChanges.Change;
import org.postkontor.ui.internal.outbox.MailChanges.Result;

/** What can be done with mails of the outbox; in the background, without asking. */
public final class OutboxCommands {
	/** So many are changed before anybody would look at a progress bar, on a slow disk, too. */
	private static final int QUIET = 50;

	private final UiContext context;

	public OutboxCommands(UiContext context) {
		this.context = context;
	}

	/** @param late told how many mails could not be changed because they were being handed over */
	public void hold(List<OutboxRow> rows, Consumer<Integer> late) {
		change(ids(rows), outbox()::hold, result -> late.accept(result.late().size()));
	}

	public void release(List<OutboxRow> rows, Consumer<Integer> late) {
		change(ids(rows), outbox()::release, result -> late.accept(result.late().size()));
	}

	public void schedule(List<OutboxRow> rows, SendOptions options, Consumer<Integer> late) {
		change(ids(rows), id -> outbox().schedule(id, options), result -> late.accept(result.late().size()));
	}

	/** @param done told what is gone, also if not all could be removed */
	public void remove(List<OutboxRow> rows, Consumer<Result> done) {
		change(ids(rows), outbox()::remove, done);
	}

	/** All that are sent and need nobody, shown or not. @param done told which mails are gone */
	void removeSent(Consumer<List<OutboxId>> done) {
		context.background().startQuietly(OutboxMessages.jobChange, monitor -> outbox().removeSent(), done, context.problems()::show);
	}

	/** @param done told what is back, also if not all could be restored */
	public void restore(List<OutboxId> ids, Consumer<Result> done) {
		change(ids, outbox()::restore, done);
	}

	/** Sends these mails at once, whatever they wait for. */
	public void sendNow(List<OutboxRow> rows, Consumer<DrainSummary> done, Consumer<Integer> late) {
		change(ids(rows), outbox()::sendNow, result -> {
			late.accept(result.late().size());
			sendNow(done);
		});
	}

	/** Wakes what is paused and sends what is due. */
	public void sendNow(Consumer<DrainSummary> done) {
		context.background().start(OutboxMessages.jobSend, monitor -> {
			for (Lane lane : outbox().lanes()) {
				if (lane.paused().isPresent()) {
					outbox().wake(lane.account());
				}
			}
			return outbox().drain(Optional.empty(), monitor);
		}, done, context.problems()::show);
	}

	public void resolve(List<OutboxRow> rows, Decision decision) {
		change(ids(rows), id -> {
			outbox().resolve(id, decision);
			return true;
		}, result -> {
		});
	}

	private Outbox outbox() {
		return context.services().outbox();
	}

	private static List<OutboxId> ids(List<OutboxRow> rows) {
		return rows.stream().map(row -> row.entry().id()).toList();
	}

	/** @param done told before a problem is shown */
	private void change(List<OutboxId> ids, Change change, Consumer<Result> done) {
		Consumer<Result> end = result -> {
			done.accept(result);
			result.problem().ifPresent(context.problems()::show);
		};
		Background background = context.background();
		MailChanges changes = new MailChanges(ids, change);
		if (ids.size() > QUIET) {
			background.start(OutboxMessages.jobChange, changes, end, context.problems()::show);
		} else {
			background.startQuietly(OutboxMessages.jobChange, changes, end, context.problems()::show);
		}
	}
}

package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** What people decide about single mails. The state machine says whether it is too late. */
final class Decisions {
	private final OutboxCore core;

	Decisions(OutboxCore core) {
		this.core = core;
	}

	boolean hold(OutboxId id, Problem why) throws ProblemException {
		return apply(id, MailChange.of(MailEvent.HOLD, now()).because(why));
	}

	boolean release(OutboxId id) throws ProblemException {
		Instant now = now();
		Optional<StoredMail> mail = core.mails().find(id);
		Optional<SendOptions> scheduled = mail.map(m -> m.entry().options()).filter(o -> o.notBefore().filter(now::isBefore).isPresent());
		boolean stopped = mail.map(m -> m.entry().state()).filter(s -> s == MailState.HELD || s == MailState.REJECTED).isPresent();
		if (stopped && scheduled.isPresent()) {
			return apply(id, MailChange.of(MailEvent.SCHEDULE, now).due(scheduled.get().notBefore().orElseThrow()));
		}
		return apply(id, MailChange.of(MailEvent.RELEASE, now).due(now));
	}

	boolean sendNow(OutboxId id) throws ProblemException {
		return apply(id, MailChange.of(MailEvent.SEND_NOW, now()).due(now()));
	}

	boolean schedule(OutboxId id, SendOptions options) throws ProblemException {
		Instant now = now();
		OutboxProblems.requirePossible(options, now);
		Optional<Instant> later = options.notBefore().filter(now::isBefore);
		if (later.isPresent()) {
			return apply(id, MailChange.of(MailEvent.SCHEDULE, now).due(later.get()).timed(options));
		}
		MailChange change = MailChange.of(MailEvent.RETIME, now).timed(options);
		boolean wasScheduled = core.mails().find(id).filter(m -> m.entry().state() == MailState.SCHEDULED).isPresent();
		return apply(id, wasScheduled ? change.due(now) : change);
	}

	boolean remove(OutboxId id) throws ProblemException {
		Optional<MailState> state = core.mails().find(id).map(mail -> mail.entry().state());
		if (state.isPresent() && (state.get() == MailState.SENT || state.get() == MailState.FILED || state.get() == MailState.CANCELLED)) {
			hide(List.of(id));
			return true;
		}
		return apply(id, MailChange.of(MailEvent.REMOVE, now()));
	}

	/** In portions; a mail that is sent meanwhile may stay. */
	List<OutboxId> removeSent() throws ProblemException {
		List<OutboxId> removed = new ArrayList<>();
		MailList.Found found = MailList.Found.START;
		do {
			found = core.list().finished(found);
			removed.addAll(hide(found.ids()));
		} while (!found.isLast());
		return List.copyOf(removed);
	}

	private List<OutboxId> hide(List<OutboxId> ids) throws ProblemException {
		List<OutboxId> hidden = core.list().hide("record-hidden", ids, now());
		if (!hidden.isEmpty()) {
			core.changes().changed();
		}
		return hidden;
	}

	boolean restore(OutboxId id) throws ProblemException {
		boolean shown = core.list().show(id, now());
		if (shown) {
			core.changes().changed();
		}
		return shown || apply(id, MailChange.of(MailEvent.RESTORE, now()).due(now()));
	}

	void resolve(OutboxId id, Decision decision, String by) throws ProblemException {
		MailEvent event = decision == Decision.MARK_SENT ? MailEvent.MARK_SENT : MailEvent.SEND_AGAIN;
		if (!apply(id, MailChange.of(event, now()).due(now()).noted(by))) {
			throw OutboxProblems.notInDoubt(id);
		}
	}

	private Instant now() {
		return core.around().now();
	}

	private boolean apply(OutboxId id, MailChange change) throws ProblemException {
		boolean applied = core.mails().apply(id, change).isPresent();
		if (applied) {
			core.changes().changed();
		}
		return applied;
	}
}

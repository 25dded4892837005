package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.ExclusiveUse;

/** One drain under the lock: first what a dead process left, then all lanes side by side until nothing is due. */
final class DrainRun {
	/** How often lanes are looked for that got something to do while others work. */
	private static final long LOOK_MILLIS = 500;

	private final OutboxCore core;
	private final DrainContext context;
	private final Optional<AccountId> only;
	private final boolean asked;

	/** @param asked true if a user or caller asked for it, false in the background: asked for, paused lanes try again */
	DrainRun(OutboxCore core, DrainContext context, Optional<AccountId> only, boolean asked) {
		this.core = core;
		this.context = context;
		this.only = only;
		this.asked = asked;
	}

	DrainSummary run() throws ProblemException {
		try (ExclusiveUse.Held held = core.drainLock().acquire()) {
			core.unrecorded().write(core.mails());
			recover();
			forgetIdlePauses();
			core.handedOver().forgetOld(context.now());
			work();
			// Last: a full outbox has many files, and leftovers hurt nobody.
			core.removeLeftovers();
			core.housekeeping().run(context.now());
		}
		ProblemException failure = context.failure();
		if (failure != null) {
			throw failure;
		}
		List<Lane> paused = core.lanes().pauses().values().stream().filter(p -> context.paused().contains(p.account()))
				.map(p -> new Lane(p.account(), Optional.of(p.problem()))).toList();
		return new DrainSummary(context.count(MailEvent.ACCEPTED, MailEvent.FOUND), context.count(MailEvent.DEFERRED),
				context.count(MailEvent.EXPIRED, MailEvent.MAIL_TROUBLE, MailEvent.DAMAGED, MailEvent.MISSED), context.count(MailEvent.REJECTED),
				context.count(MailEvent.LOST_ANSWER), paused);
	}

	private void work() throws ProblemException {
		try (LaneCrew crew = new LaneCrew(this::lane)) {
			do {
				crew.await(crew.isWorking() ? LOOK_MILLIS : 0);
				if (!context.isStopped()) {
					crew.start(due());
				}
			} while (crew.isWorking());
		}
	}

	/** Whoever was sending is dead, since we hold the lock. Before the boundary nothing can have arrived. */
	private void recover() throws ProblemException {
		for (StoredMail mail : core.due().unfinished()) {
			Instant now = context.now();
			MailChange change = MailChange.of(MailEvent.RECOVERED, now).due(now);
			core.mails().apply(mail.id(), mail.entry().state() == MailState.BOUNDARY ? change.because(OutboxProblems.interrupted()) : change);
			context.changed();
		}
	}

	/** A lane without mails has nothing to find out by that its trouble is over. */
	private void forgetIdlePauses() throws ProblemException {
		for (LaneTable.Pause pause : core.lanes().pauses().values()) {
			if (pause.retryAt().filter(at -> !at.isAfter(context.now())).isPresent() && !core.due().hasQueued(pause.account())) {
				core.lanes().run(pause.account());
				context.changed();
			}
		}
	}

	private Set<AccountId> due() throws ProblemException {
		keepTimes();
		Set<AccountId> accounts = new LinkedHashSet<>(toSend());
		accounts.addAll(core.due().accountsToCheck(context.now()));
		accounts.removeIf(this::isExcluded);
		return accounts;
	}

	/** First the deadlines: what is late must not go. */
	private void keepTimes() throws ProblemException {
		Instant now = context.now();
		change(core.due().missed(now), MailChange.of(MailEvent.MISSED, now).because(OutboxProblems.deadlineMissed()));
		change(core.due().begun(now), MailChange.of(MailEvent.DUE, now).due(now));
	}

	private void change(List<OutboxId> ids, MailChange change) throws ProblemException {
		if (!ids.isEmpty()) {
			context.count(change.event(), core.mails().applyAll(ids, change));
			context.changed();
		}
	}

	private List<AccountId> toSend() throws ProblemException {
		Map<AccountId, LaneTable.Pause> pauses = core.lanes().pauses();
		Set<AccountId> throttled = core.handedOver().throttled(context.now()).keySet();
		return core.due().accountsToSend(context.now()).stream()
				.filter(a -> !context.isSkipped(a) && !throttled.contains(a) && mayTry(pauses.get(a))).toList();
	}

	private boolean isExcluded(AccountId account) {
		return only.isPresent() && !only.get().equals(account);
	}

	private boolean mayTry(LaneTable.@org.eclipse.jdt.annotation.Nullable Pause pause) {
		if (pause == null) {
			return true;
		}
		Instant now = context.now();
		boolean time = pause.retryAt().map(at -> DueMails.isDue(at, now)).orElse(false);
		// A refused credential is not shown to the server again: that locks accounts.
		boolean harmless = asked && pause.problem().kind() != ProblemKind.CREDENTIAL_REFUSED;
		return time || harmless || !pause.stamp().equals(context.around().stamp(pause.account()));
	}

	private void lane(AccountId account, LaneCrew crew) {
		try {
			boolean done = !toSend().contains(account) || new LaneDispatcher(account, context).run(crew);
			if (done && !context.isStopped()) {
				new SentCopies(account, context).run();
			}
		} catch (ProblemException e) {
			context.stop(e);
		} catch (RuntimeException e) {
			context.stop(new ProblemException(OutboxProblems.internal(e), e));
		}
	}
}

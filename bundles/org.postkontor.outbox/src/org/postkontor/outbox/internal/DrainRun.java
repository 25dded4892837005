package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
	private static final int LANES_AT_ONCE = 4;

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
			core.removeLeftovers();
			core.forgetRemoved();
			forgetIdlePauses();
			Set<AccountId> due = due();
			while (!due.isEmpty() && !context.isStopped()) {
				drain(List.copyOf(due));
				due = due();
			}
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
		return core.due().accountsToSend(context.now()).stream().filter(a -> !context.isSkipped(a) && mayTry(pauses.get(a))).toList();
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

	private void drain(List<AccountId> accounts) throws ProblemException {
		List<AccountId> sending = toSend();
		if (accounts.size() == 1) {
			lane(accounts.get(0), sending);
			return;
		}
		List<Future<?>> running = new ArrayList<>();
		try (ExecutorService executor = Executors.newFixedThreadPool(Math.min(accounts.size(), LANES_AT_ONCE),
				task -> Thread.ofPlatform().daemon().name("outbox lane").unstarted(task))) {
			accounts.forEach(account -> running.add(executor.submit(() -> lane(account, sending))));
		}
		for (Future<?> lane : running) {
			try {
				lane.get();
			} catch (ExecutionException e) {
				throw new ProblemException(OutboxProblems.internal(e), e);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new ProblemException(OutboxProblems.internal(e), e);
			}
		}
	}

	private void lane(AccountId account, List<AccountId> sending) {
		try {
			if (sending.contains(account)) {
				new LaneDispatcher(account, context).run();
			}
			if (!context.isStopped()) {
				new SentCopies(account, context).run();
			}
		} catch (ProblemException e) {
			context.stop(e);
		}
	}
}

package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** What all lanes of one drain share: when to stop, what was reached. Thread-safe. */
final class DrainContext {
	private final OutboxCore core;
	private final @Nullable IProgressMonitor monitor;
	private final RetryPolicy policy;
	private final Set<AccountId> skipped = ConcurrentHashMap.newKeySet();
	private final Set<AccountId> paused = ConcurrentHashMap.newKeySet();
	private final Map<MailEvent, Integer> counts = new EnumMap<>(MailEvent.class);
	private volatile @Nullable ProblemException failure;

	DrainContext(OutboxCore core, @Nullable IProgressMonitor monitor) {
		this.core = core;
		this.monitor = monitor;
		policy = new RetryPolicy(core.around().random());
	}

	OutboxCore core() {
		return core;
	}

	Surroundings around() {
		return core.around();
	}

	SqliteOutboxStore mails() {
		return core.mails();
	}

	RetryPolicy policy() {
		return policy;
	}

	@Nullable
	IProgressMonitor monitor() {
		return monitor;
	}

	Instant now() {
		return core.around().now();
	}

	boolean isStopped() {
		IProgressMonitor asked = monitor;
		return failure != null || core.isClosing() || asked != null && asked.isCanceled();
	}

	/** Our own disk fails: nothing may be sent any more, on no lane, since nothing could be recorded. */
	void stop(ProblemException reason) {
		if (failure == null) {
			failure = reason;
		}
	}

	@Nullable
	ProblemException failure() {
		return failure;
	}

	/** Records a change that comes from a server's answer, now or as soon as the disk takes it. */
	Optional<MailState> record(OutboxId id, MailChange change) throws ProblemException {
		Optional<MailState> state = record(id, change, () -> core.mails().apply(id, change));
		state.ifPresent(now -> count(change.event() == MailEvent.PARTLY && change.counted() ? MailEvent.DEFERRED : change.event()));
		return state;
	}

	/** As {@link #record} of a mail that was accepted; whether the attempt of the following one is recorded with it. */
	boolean recordFollowed(OutboxId id, MailChange accepted, StoredMail following, MailChange attempt) throws ProblemException {
		Optional<SqliteOutboxStore.Followed> followed = record(id, accepted, () -> Optional.of(core.mails().applyFollowed(id, accepted, following, attempt)));
		followed.flatMap(SqliteOutboxStore.Followed::state).ifPresent(now -> count(accepted.event()));
		return followed.isPresent() && followed.get().begun();
	}

	/** A transaction; empty if it changed nothing. */
	private interface Recording<T> {
		Optional<T> run() throws ProblemException;
	}

	private <T> Optional<T> record(OutboxId id, MailChange change, Recording<T> recording) throws ProblemException {
		try {
			Optional<T> result = recording.run();
			changed();
			return result;
		} catch (ProblemException e) {
			core.unrecorded().add(id, change);
			stop(e);
			throw e;
		}
	}

	/** As {@link #record} for several mails in one transaction, where nothing outside follows from it. */
	void recordAll(List<OutboxId> ids, MailChange change) throws ProblemException {
		if (ids.isEmpty()) {
			return;
		}
		try {
			count(change.event(), core.mails().applyAll(ids, change));
			changed();
		} catch (ProblemException e) {
			ids.forEach(id -> core.unrecorded().add(id, change));
			stop(e);
			throw e;
		}
	}

	void pause(AccountId account, Problem problem) throws ProblemException {
		int failures = Optional.ofNullable(core.lanes().pauses().get(account)).map(LaneTable.Pause::failures).orElse(0);
		core.lanes().pause(new LaneTable.Pause(account, problem, policy.lane(problem.kind(), failures, now()), failures + 1, around().stamp(account)));
		paused.add(account);
		changed();
	}

	/** Leaves the lane alone for the rest of this drain. */
	void skip(AccountId account) {
		skipped.add(account);
	}

	boolean isSkipped(AccountId account) {
		return skipped.contains(account) || paused.contains(account);
	}

	Set<AccountId> paused() {
		return Set.copyOf(paused);
	}

	void changed() {
		core.changes().changed();
	}

	private void count(MailEvent event) {
		count(event, 1);
	}

	synchronized void count(MailEvent event, int mails) {
		counts.merge(event, mails, Integer::sum);
	}

	synchronized int count(MailEvent... events) {
		int sum = 0;
		for (MailEvent event : events) {
			sum += counts.getOrDefault(event, 0);
		}
		return sum;
	}
}

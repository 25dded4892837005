package org.postkontor.ui.tests.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AccountId;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.Sending;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** An outbox in memory that sends nothing. */
public final class FakeOutbox implements Outbox {
	private final Map<OutboxId, OutboxEntry> entries = new ConcurrentSkipListMap<>();
	private final Map<OutboxId, OutboxEntry> removed = new ConcurrentHashMap<>();
	private final Map<AccountId, DoubtPolicy> policies = new ConcurrentHashMap<>();
	private final Map<AccountId, Problem> paused = new ConcurrentHashMap<>();
	private final Listeners listeners = new Listeners();
	private final AtomicInteger ids = new AtomicInteger();
	private volatile Optional<Problem> submitProblem = Optional.empty();
	private volatile Optional<Draft> lastDraft = Optional.empty();

	public void reset() {
		entries.clear();
		removed.clear();
		policies.clear();
		paused.clear();
		submitProblem = Optional.empty();
		lastDraft = Optional.empty();
		listeners.fire();
	}

	public OutboxId add(AccountId account, MailState state, String subject, Optional<Problem> problem) {
		OutboxId id = nextId();
		put(Samples.outboxEntry(id, account, state, subject, problem));
		return id;
	}

	public void pause(AccountId account, Problem problem) {
		paused.put(account, problem);
		listeners.fire();
	}

	public void refuseNextSubmit(Problem problem) {
		submitProblem = Optional.of(problem);
	}

	public Optional<Draft> lastDraft() {
		return lastDraft;
	}

	@Override
	public OutboxId submit(AccountId account, OutgoingMessage message, SendOptions options) {
		return add(account, MailState.QUEUED, message.subject(), Optional.empty());
	}

	@Override
	public List<OutboxId> submitAll(AccountId account, List<OutgoingMessage> messages, SendOptions options) {
		return messages.stream().map(message -> submit(account, message, options)).toList();
	}

	@Override
	public List<OutboxId> submitDrafts(AccountId account, List<Draft> drafts, SendOptions options, IProgressMonitor monitor) throws ProblemException {
		List<OutboxId> ids = new ArrayList<>();
		for (Draft draft : drafts) {
			ids.add(submit(account, draft, options, monitor));
		}
		return ids;
	}

	@Override
	public OptionalLong sizeLimit(AccountId account) {
		return OptionalLong.empty();
	}

	@Override
	public OutboxId replace(OutboxId id, Draft draft, SendOptions options, IProgressMonitor monitor) throws ProblemException {
		AccountId account = entries.get(id).account();
		remove(id);
		return submit(account, draft, options, monitor);
	}

	@Override
	public OutboxId submit(AccountId account, Draft draft, SendOptions options, IProgressMonitor monitor) throws ProblemException {
		Optional<Problem> problem = submitProblem;
		submitProblem = Optional.empty();
		if (problem.isPresent()) {
			throw new ProblemException(problem.get());
		}
		lastDraft = Optional.of(draft);
		return add(account, MailState.QUEUED, draft.subject(), Optional.empty());
	}

	@Override
	public List<OutboxEntry> entries() {
		return List.copyOf(entries.values());
	}

	@Override
	public Optional<OutboxEntry> entry(OutboxId id) {
		return Optional.ofNullable(entries.get(id));
	}

	@Override
	public OutgoingMessage message(OutboxId id) throws ProblemException {
		throw new ProblemException(Problem.of("storage.unreadable", ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.RETRY));
	}

	@Override
	public List<Lane> lanes() {
		return paused.entrySet().stream().map(e -> new Lane(e.getKey(), Optional.of(e.getValue()))).toList();
	}

	@Override
	public List<Sending> sending() {
		return List.of();
	}

	@Override
	public Map<OutboxId, Instant> expected() {
		return Map.of();
	}

	@Override
	public boolean hold(OutboxId id) {
		return change(id, MailState.QUEUED, MailState.HELD);
	}

	@Override
	public boolean release(OutboxId id) {
		return change(id, MailState.HELD, MailState.QUEUED) || change(id, MailState.REJECTED, MailState.QUEUED);
	}

	@Override
	public boolean sendNow(OutboxId id) {
		return entries.containsKey(id);
	}

	@Override
	public boolean schedule(OutboxId id, SendOptions options) {
		return change(id, MailState.QUEUED, MailState.SCHEDULED);
	}

	@Override
	public boolean remove(OutboxId id) {
		OutboxEntry entry = entries.remove(id);
		if (entry != null) {
			removed.put(id, entry);
		}
		listeners.fire();
		return entry != null;
	}

	@Override
	public boolean restore(OutboxId id) {
		OutboxEntry entry = removed.remove(id);
		if (entry != null) {
			put(entry);
		}
		return entry != null;
	}

	@Override
	public DoubtPolicy doubtPolicy(AccountId account) {
		return policies.getOrDefault(account, DoubtPolicy.ASK);
	}

	@Override
	public void setDoubtPolicy(AccountId account, DoubtPolicy policy) {
		policies.put(account, policy);
	}

	@Override
	public void resolve(OutboxId id, Decision decision) {
		change(id, MailState.IN_DOUBT, decision == Decision.MARK_SENT ? MailState.SENT : MailState.QUEUED);
	}

	@Override
	public void wake(AccountId account) {
		paused.remove(account);
		listeners.fire();
	}

	@Override
	public DrainSummary drain(Optional<AccountId> account, IProgressMonitor monitor) {
		int sent = 0;
		for (OutboxId id : entries.keySet()) {
			sent += change(id, MailState.QUEUED, MailState.SENT) ? 1 : 0;
		}
		return new DrainSummary(sent, 0, 0, 0, 0, List.of());
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return listeners.add(onChange);
	}

	private boolean change(OutboxId id, MailState from, MailState to) {
		OutboxEntry entry = entries.get(id);
		if (entry == null || entry.state() != from) {
			return false;
		}
		put(Samples.outboxEntry(id, entry.account(), to, entry.subject(), Optional.empty()));
		return true;
	}

	private void put(OutboxEntry entry) {
		entries.put(entry.id(), entry);
		listeners.fire();
	}

	private OutboxId nextId() {
		return new OutboxId(String.format("%08d", ids.incrementAndGet()));
	}
}

package org.postkontor.ui.tests.fakes;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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
import org.postkontor.outbox.Tidying;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** An outbox in memory that sends nothing. */
public final class FakeOutbox implements Outbox {
	private static final Set<MailState> HOLDABLE = Set.of(MailState.SCHEDULED, MailState.DELAYED, MailState.QUEUED, MailState.SENDING);
	private static final Set<MailState> STOPPED = Set.of(MailState.HELD, MailState.REJECTED);

	private final Map<OutboxId, OutboxEntry> entries = new ConcurrentSkipListMap<>();
	private final Map<OutboxId, OutboxEntry> removed = new ConcurrentHashMap<>();
	private final Map<AccountId, DoubtPolicy> policies = new ConcurrentHashMap<>();
	private final Map<AccountId, Problem> paused = new ConcurrentHashMap<>();
	private final Listeners listeners = new Listeners();
	private final AtomicInteger ids = new AtomicInteger();
	private final Map<OutboxId, Sending> sending = new ConcurrentHashMap<>();
	private final Map<OutboxId, Instant> expected = new ConcurrentHashMap<>();
	private final Map<AccountId, Instant> throttled = new ConcurrentHashMap<>();
	private final AtomicInteger loads = new AtomicInteger();
	private volatile Optional<Problem> submitProblem = Optional.empty();
	private volatile SendOptions lastOptions = SendOptions.NOW;
	private volatile Tidying tidying = Tidying.STANDARD;
	private volatile Optional<Draft> lastDraft = Optional.empty();
	private volatile Runnable onRemove = () -> {
	};

	/** Nothing is being sent any more. */
	public void endSending() {
		sending.clear();
		listeners.fire();
	}

	public void reset() {
		entries.clear();
		removed.clear();
		policies.clear();
		paused.clear();
		sending.clear();
		expected.clear();
		throttled.clear();
		submitProblem = Optional.empty();
		tidying = Tidying.STANDARD;
		lastDraft = Optional.empty();
		onRemove = () -> {
		};
		listeners.fire();
	}

	/** What happens whenever a mail is about to be removed, in the thread that does it. */
	public void onRemove(Runnable action) {
		onRemove = action;
	}

	public OutboxId add(AccountId account, MailState state, String subject, Optional<Problem> problem) {
		OutboxId id = nextId();
		put(Samples.outboxEntry(id, account, state, subject, problem));
		return id;
	}

	public OutboxId add(AccountId account, MailState state, String subject, SendOptions options) {
		OutboxId id = nextId();
		put(Samples.outboxEntry(id, account, state, subject, Optional.empty(), options));
		return id;
	}

	/** Many waiting mails at once. */
	public void addMany(AccountId account, int count) {
		addMany(account, MailState.QUEUED, count);
	}

	public void addMany(AccountId account, MailState state, int count) {
		for (int i = 0; i < count; i++) {
			OutboxId id = nextId();
			entries.put(id, Samples.outboxEntry(id, account, state, "Serienbrief " + i, Optional.empty()));
		}
		listeners.fire();
	}

	/** As if this mail were being sent; empty for not any more. */
	public void progress(OutboxId id, Optional<Sending> progress) {
		progress.ifPresentOrElse(p -> sending.put(id, p), () -> sending.remove(id));
		listeners.fire();
	}

	public void expect(OutboxId id, Instant time) {
		expected.put(id, time);
		listeners.fire();
	}

	public void throttle(AccountId account, Instant until) {
		throttled.put(account, until);
		listeners.fire();
	}

	public void fire() {
		listeners.fire();
	}

	/** How often the whole outbox was read. */
	public int loads() {
		return loads.get();
	}

	public SendOptions lastOptions() {
		return lastOptions;
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
		OutboxId replaced = submit(entries.get(id).account(), draft, options, monitor);
		entries.remove(id);
		listeners.fire();
		return replaced;
	}

	@Override
	public OutboxId submit(AccountId account, Draft draft, SendOptions options, IProgressMonitor monitor) throws ProblemException {
		Optional<Problem> problem = submitProblem;
		submitProblem = Optional.empty();
		if (problem.isPresent()) {
			throw new ProblemException(problem.get());
		}
		lastDraft = Optional.of(draft);
		lastOptions = options;
		return add(account, waiting(options), draft.subject(), options);
	}

	private static MailState waiting(SendOptions options) {
		return options.notBefore().isPresent() ? MailState.SCHEDULED : options.undo().isZero() ? MailState.QUEUED : MailState.DELAYED;
	}

	@Override
	public List<OutboxEntry> entries() {
		loads.incrementAndGet();
		return List.copyOf(entries.values());
	}

	@Override
	public Optional<OutboxEntry> entry(OutboxId id) {
		return Optional.ofNullable(entries.get(id));
	}

	/** Bytes that only a fake reader understands. */
	@Override
	public OutgoingMessage message(OutboxId id) {
		OutboxEntry entry = entries.get(id);
		return new OutgoingMessage(entry.messageId(), entry.accepted(), entry.subject(), entry.envelope(), entry.size(), "", InputStream::nullInputStream);
	}

	@Override
	public List<Lane> lanes() {
		return Stream.concat(paused.keySet().stream(), throttled.keySet().stream()).distinct()
				.map(a -> new Lane(a, Optional.ofNullable(paused.get(a)), Optional.ofNullable(throttled.get(a)))).toList();
	}

	@Override
	public List<Sending> sending() {
		return List.copyOf(sending.values());
	}

	@Override
	public Map<OutboxId, Instant> expected() {
		return Map.copyOf(expected);
	}

	@Override
	public boolean hold(OutboxId id) {
		sending.remove(id);
		return change(id, HOLDABLE, MailState.HELD);
	}

	@Override
	public boolean holdForEditing(OutboxId id) {
		return hold(id);
	}

	@Override
	public boolean release(OutboxId id) {
		return change(id, STOPPED, MailState.QUEUED);
	}

	@Override
	public boolean sendNow(OutboxId id) {
		return change(id, HOLDABLE, MailState.QUEUED) || change(id, STOPPED, MailState.QUEUED);
	}

	@Override
	public boolean schedule(OutboxId id, SendOptions options) {
		OutboxEntry entry = entries.get(id);
		if (entry == null || !HOLDABLE.contains(entry.state()) && !STOPPED.contains(entry.state())) {
			return false;
		}
		put(Samples.outboxEntry(id, entry.account(), waiting(options), entry.subject(), Optional.empty(), options));
		return true;
	}

	@Override
	public boolean remove(OutboxId id) {
		onRemove.run();
		OutboxEntry entry = entries.remove(id);
		if (entry != null) {
			removed.put(id, entry);
		}
		listeners.fire();
		return entry != null;
	}

	@Override
	public List<OutboxId> removeSent() {
		List<OutboxId> sent = entries.values().stream().filter(entry -> entry.state() == MailState.FILED && entry.problem().isEmpty())
				.map(OutboxEntry::id).toList();
		sent.forEach(id -> removed.put(id, entries.remove(id)));
		listeners.fire();
		return sent;
	}

	@Override
	public Tidying tidying() {
		return tidying;
	}

	@Override
	public void setTidying(Tidying rule) {
		tidying = rule;
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
		change(id, Set.of(MailState.IN_DOUBT), decision == Decision.MARK_SENT ? MailState.SENT : MailState.QUEUED);
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
			sent += change(id, Set.of(MailState.QUEUED), MailState.SENT) ? 1 : 0;
		}
		return new DrainSummary(sent, 0, 0, 0, 0, List.of());
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return listeners.add(onChange);
	}

	private boolean change(OutboxId id, Set<MailState> from, MailState to) {
		OutboxEntry entry = entries.get(id);
		if (entry == null || !from.contains(entry.state())) {
			return false;
		}
		put(Samples.outboxEntry(id, entry.account(), to, entry.subject(), Optional.empty(), entry.options()));
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

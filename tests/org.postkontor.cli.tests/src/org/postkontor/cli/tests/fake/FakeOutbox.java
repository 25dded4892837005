package org.postkontor.cli.tests.fake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AccountId;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
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
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** An outbox in memory; every drain gives the next prepared summary. */
public final class FakeOutbox implements Outbox {
	public static final String BYTES = "Subject: x\r\n\r\nüber\r\n";

	public final Map<OutboxId, OutboxEntry> mails = new LinkedHashMap<>();
	public final Deque<DrainSummary> drains = new ArrayDeque<>();
	public final List<String> calls = new ArrayList<>();
	public final List<Draft> drafts = new ArrayList<>();
	/** Of each submit. */
	public final List<SendOptions> options = new ArrayList<>();
	public final List<OutgoingMessage> messages = new ArrayList<>();
	public OptionalLong sizeLimit = OptionalLong.empty();
	public Tidying tidying = Tidying.STANDARD;
	public Optional<ProblemKind> fails = Optional.empty();
	public Runnable onDrain = () -> {
	};

	public OutboxEntry add(AccountId account, String id, MailState state) {
		return add(account, id, state, SendOptions.NOW);
	}

	public OutboxEntry add(AccountId account, String id, MailState state, SendOptions wishes) {
		OutboxEntry entry = new OutboxEntry(new OutboxId(id), account, state, "<" + id + "@example.test>", "Grüße " + id,
				new Envelope("anna@example.test", List.of("bert@example.test", "carl@example.test")), 20, Instant.EPOCH, Optional.empty(), 1, Optional.empty(),
				Map.of(), "", wishes);
		mails.put(entry.id(), entry);
		return entry;
	}

	@Override
	public OutboxId submit(AccountId account, OutgoingMessage message, SendOptions wishes) throws ProblemException {
		check();
		options.add(wishes);
		messages.add(message);
		return add(account, "eml-" + messages.size(), MailState.QUEUED).id();
	}

	@Override
	public OutboxId submit(AccountId account, Draft draft, SendOptions wishes, IProgressMonitor monitor) throws ProblemException {
		check();
		options.add(wishes);
		drafts.add(draft);
		return add(account, "draft-" + drafts.size(), MailState.QUEUED).id();
	}

	@Override
	public List<OutboxId> submitAll(AccountId account, List<OutgoingMessage> mails, SendOptions wishes) throws ProblemException {
		List<OutboxId> ids = new ArrayList<>();
		for (OutgoingMessage mail : mails) {
			ids.add(submit(account, mail, wishes));
		}
		return ids;
	}

	@Override
	public List<OutboxId> submitDrafts(AccountId account, List<Draft> together, SendOptions wishes, IProgressMonitor monitor) throws ProblemException {
		List<OutboxId> ids = new ArrayList<>();
		for (Draft draft : together) {
			ids.add(submit(account, draft, wishes, monitor));
		}
		return ids;
	}

	@Override
	public OptionalLong sizeLimit(AccountId account) {
		return sizeLimit;
	}

	@Override
	public OutboxId replace(OutboxId id, Draft draft, SendOptions wishes, IProgressMonitor monitor) throws ProblemException {
		calls.add("replace " + id);
		return submit(mails.get(id).account(), draft, wishes, monitor);
	}

	@Override
	public List<OutboxEntry> entries() {
		return List.copyOf(mails.values());
	}

	@Override
	public Optional<OutboxEntry> entry(OutboxId id) {
		return Optional.ofNullable(mails.get(id));
	}

	@Override
	public OutgoingMessage message(OutboxId id) {
		OutboxEntry entry = mails.get(id);
		return new OutgoingMessage(entry.messageId(), Instant.EPOCH, entry.subject(), entry.envelope(), entry.size(), "ab".repeat(32),
				() -> new ByteArrayInputStream(BYTES.getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public List<Lane> lanes() {
		return List.of();
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
		calls.add("hold " + id);
		return mails.get(id).state() == MailState.QUEUED;
	}

	@Override
	public boolean holdForEditing(OutboxId id) {
		throw new UnsupportedOperationException("the command line does not edit");
	}

	@Override
	public boolean release(OutboxId id) {
		calls.add("release " + id);
		return true;
	}

	@Override
	public boolean sendNow(OutboxId id) {
		calls.add("sendNow " + id);
		return true;
	}

	@Override
	public boolean schedule(OutboxId id, SendOptions wishes) {
		calls.add("schedule " + id + " " + wishes);
		return true;
	}

	@Override
	public boolean restore(OutboxId id) {
		calls.add("restore " + id);
		return true;
	}

	@Override
	public DoubtPolicy doubtPolicy(AccountId account) {
		return DoubtPolicy.ASK;
	}

	@Override
	public void setDoubtPolicy(AccountId account, DoubtPolicy policy) {
		calls.add("policy " + policy);
	}

	@Override
	public boolean remove(OutboxId id) {
		calls.add("remove " + id);
		return true;
	}

	@Override
	public List<OutboxId> removeSent() {
		List<OutboxId> sent = mails.values().stream().filter(mail -> mail.state() == MailState.FILED).map(OutboxEntry::id).toList();
		sent.forEach(mails::remove);
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
	public void resolve(OutboxId id, Decision decision) {
		calls.add("resolve " + id + " " + decision);
	}

	@Override
	public void wake(AccountId account) {
		calls.add("wake");
	}

	@Override
	public DrainSummary drain(Optional<AccountId> account, IProgressMonitor monitor) throws ProblemException {
		check();
		calls.add("drain" + account.map(a -> " " + a).orElse(""));
		onDrain.run();
		return drains.isEmpty() ? new DrainSummary(0, 0, 0, 0, 0, List.of()) : drains.pop();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return () -> onChange.hashCode();
	}

	private void check() throws ProblemException {
		if (fails.isPresent()) {
			throw Problems.exception(fails.get());
		}
	}
}

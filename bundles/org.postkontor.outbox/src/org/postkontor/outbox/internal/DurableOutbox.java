package org.postkontor.outbox.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.auth.SignInBroker;
import org.postkontor.message.Draft;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.Sending;
import org.postkontor.outbox.Tidying;
import org.postkontor.outbox.Transmission;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.ExclusiveUse;
import org.postkontor.store.PrivateFiles;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SizeLimitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox on a spool folder and an SQLite table below the home. Opens both at the first call, so that it can always start. */
@Component(service = { Outbox.class, BackgroundDrain.class, LogSource.class, SizeLimitListener.class })
public final class DurableOutbox implements Outbox, BackgroundDrain, LogSource, SizeLimitListener, AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(DurableOutbox.class);
	private static final long CLOSING_SECONDS = 10;

	private final Path folder;
	private final MessageComposer composer;
	private final Surroundings around;
	private final ChangeNotifier changes = new ChangeNotifier();
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition idle = lock.newCondition();
	private volatile @Nullable OutboxCore core;
	private boolean closed;
	private int drains;

	@Activate
	public DurableOutbox(@Reference Home home, @Reference AccountRegistry accounts, @Reference SignInBroker broker,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<MailSender> senders,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<MailReceiver> receivers, @Reference MessageComposer composer,
			@Reference Clock clock) {
		this(home, composer, new Surroundings(accounts, broker, senders, receivers, clock, new SecureRandom(), new PrivateFiles(), CrashPoint.NONE));
	}

	public DurableOutbox(Home home, MessageComposer composer, Surroundings around) {
		folder = home.resolve("outbox");
		this.composer = composer;
		this.around = around;
	}

	private OutboxCore core() throws ProblemException {
		lock.lock();
		try {
			OutboxCore opened = core;
			if (closed) {
				throw OutboxProblems.closed();
			}
			if (opened == null) {
				opened = new OutboxCore(folder, around, changes);
				core = opened;
			}
			return opened;
		} finally {
			lock.unlock();
		}
	}

	@Override
	public OutboxId submit(AccountId account, OutgoingMessage message, SendOptions options) throws ProblemException {
		return submitAll(account, List.of(message), options).get(0);
	}

	@Override
	public OutboxId submit(AccountId account, Draft draft, SendOptions options, @Nullable IProgressMonitor monitor) throws ProblemException {
		OutboxCore opened = core();
		return new Acceptance(opened, account, options, Optional.empty()).accept(freezing(opened, draft, monitor));
	}

	@Override
	public List<OutboxId> submitAll(AccountId account, List<OutgoingMessage> messages, SendOptions options) throws ProblemException {
		OutboxCore opened = core();
		return new Acceptance(opened, account, options, Optional.empty()).accept(messages.stream().map(message -> copying(opened, message)).toList());
	}

	@Override
	public List<OutboxId> submitDrafts(AccountId account, List<Draft> drafts, SendOptions options, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		OutboxCore opened = core();
		return new Acceptance(opened, account, options, Optional.empty()).accept(drafts.stream().map(draft -> freezing(opened, draft, monitor)).toList());
	}

	@Override
	public OptionalLong sizeLimit(AccountId account) throws ProblemException {
		Optional<String> server = around.accounts().find(account).flatMap(a -> a.endpoint(Direction.SEND)).map(SizeLimits::server);
		return server.isPresent() ? core().sizeLimits().of(account, server.get()) : OptionalLong.empty();
	}

	@Override
	public void learned(AccountId account, Endpoint endpoint, OptionalLong bytes) {
		try {
			core().sizeLimits().learn(account, SizeLimits.server(endpoint), bytes);
		} catch (ProblemException e) {
			LOG.warn("the largest mail is learned when the next one is sent", e);
		}
	}

	@Override
	public OutboxId replace(OutboxId id, Draft draft, SendOptions options, @Nullable IProgressMonitor monitor) throws ProblemException {
		OutboxCore opened = core();
		StoredMail old = opened.mails().find(id).orElseThrow(() -> OutboxProblems.unknown(id));
		if (!Transitions.next(old.entry().state(), MailEvent.REPLACED).isPresent()) {
			throw OutboxProblems.tooLate(id);
		}
		if (!old.book().accepted().isEmpty()) {
			throw OutboxProblems.partlyDelivered(old.book().accepted());
		}
		return new Acceptance(opened, old.entry().account(), options, Optional.of(id)).accept(freezing(opened, draft, monitor));
	}

	private Acceptance.Freezing freezing(OutboxCore opened, Draft draft, @Nullable IProgressMonitor monitor) {
		return id -> composer.freeze(draft, opened.spool().temporary(id), monitor);
	}

	private static Acceptance.Freezing copying(OutboxCore opened, OutgoingMessage message) {
		return id -> {
			if (!opened.spool().write(id, message.content(), message.size(), message.sha256())) {
				throw OutboxProblems.changed();
			}
			return message;
		};
	}

	@Override
	public List<OutboxEntry> entries() throws ProblemException {
		return core().shared().entries();
	}

	@Override
	public Optional<OutboxEntry> entry(OutboxId id) throws ProblemException {
		return core().mails().find(id).filter(mail -> !mail.removed()).map(StoredMail::entry);
	}

	@Override
	public OutgoingMessage message(OutboxId id) throws ProblemException {
		OutboxCore opened = core();
		return opened.mails().find(id).orElseThrow(() -> OutboxProblems.unknown(id)).message(() -> opened.spool().open(id));
	}

	@Override
	public List<Lane> lanes() throws ProblemException {
		return new LaneOverview(core()).lanes();
	}

	@Override
	public Map<OutboxId, Instant> expected() throws ProblemException {
		return new LaneOverview(core()).expected();
	}

	@Override
	public List<Sending> sending() {
		OutboxCore opened = core;
		return opened == null ? List.of() : opened.sending().all();
	}

	private Decisions decisions() throws ProblemException {
		return new Decisions(core());
	}

	@Override
	public boolean hold(OutboxId id) throws ProblemException {
		return decisions().hold(id, OutboxProblems.heldByUser());
	}

	@Override
	public boolean holdForEditing(OutboxId id) throws ProblemException {
		return decisions().hold(id, OutboxProblems.edited());
	}

	@Override
	public boolean release(OutboxId id) throws ProblemException {
		return decisions().release(id);
	}

	@Override
	public boolean sendNow(OutboxId id) throws ProblemException {
		return decisions().sendNow(id);
	}

	@Override
	public boolean schedule(OutboxId id, SendOptions options) throws ProblemException {
		return decisions().schedule(id, options);
	}

	@Override
	public boolean remove(OutboxId id) throws ProblemException {
		return decisions().remove(id);
	}

	@Override
	public List<OutboxId> removeSent() throws ProblemException {
		return decisions().removeSent();
	}

	@Override
	public Tidying tidying() throws ProblemException {
		return core().tidying().get();
	}

	@Override
	public void setTidying(Tidying tidying) throws ProblemException {
		OutboxCore opened = core();
		opened.tidying().set(tidying);
		opened.housekeeping().soon();
	}

	@Override
	public boolean restore(OutboxId id) throws ProblemException {
		return decisions().restore(id);
	}

	@Override
	public void resolve(OutboxId id, Decision decision) throws ProblemException {
		decisions().resolve(id, decision, "decided by the user");
	}

	@Override
	public DoubtPolicy doubtPolicy(AccountId account) throws ProblemException {
		return core().doubts().policy(account);
	}

	@Override
	public void setDoubtPolicy(AccountId account, DoubtPolicy policy) throws ProblemException {
		core().doubts().policy(account, policy);
	}

	@Override
	public void wake(AccountId account) throws ProblemException {
		if (core().lanes().run(account)) {
			changes.changed();
		}
	}

	@Override
	public void wakeChanged() throws ProblemException {
		for (LaneTable.Pause pause : core().lanes().pauses().values()) {
			if (!pause.stamp().equals(around.stamp(pause.account()))) {
				wake(pause.account());
			}
		}
	}

	@Override
	public void wakeUnreachable() throws ProblemException {
		for (LaneTable.Pause pause : core().lanes().pauses().values()) {
			if (pause.problem().kind() == ProblemKind.NETWORK || pause.problem().kind() == ProblemKind.TIMEOUT) {
				wake(pause.account());
			}
		}
	}

	@Override
	public DrainSummary drain(Optional<AccountId> account, @Nullable IProgressMonitor monitor) throws ProblemException {
		return drain(account, monitor, true);
	}

	@Override
	public DrainSummary drainDue() throws ProblemException {
		return drain(Optional.empty(), null, false);
	}

	private DrainSummary drain(Optional<AccountId> account, @Nullable IProgressMonitor monitor, boolean asked) throws ProblemException {
		OutboxCore opened = core();
		count(1);
		try {
			return new DrainRun(opened, new DrainContext(opened, monitor), account, asked).run();
		} finally {
			count(-1);
		}
	}

	@Override
	public void tidy() throws ProblemException {
		OutboxCore opened = core();
		if (opened.housekeeping().isTime(around.now())) {
			count(1);
			try (ExclusiveUse.Held held = opened.drainLock().acquire()) {
				opened.housekeeping().run(around.now());
			} finally {
				count(-1);
			}
		}
	}

	private void count(int change) {
		lock.lock();
		try {
			drains += change;
			idle.signalAll();
		} finally {
			lock.unlock();
		}
	}

	@Override
	public Optional<Instant> nextDue() throws ProblemException {
		return core().due().next(around.now());
	}

	@Override
	public Optional<Transmission> transmission(OutboxId id) throws ProblemException {
		OutboxCore opened = core();
		Optional<StoredMail> mail = opened.mails().find(id);
		return mail.isEmpty() ? Optional.empty() : Optional.of(TransmissionReader.read(mail.get(), opened.log().rows(id)));
	}

	@Override
	public List<OutboxId> accepted(Optional<AccountId> account, Optional<Instant> from, Optional<Instant> to) throws ProblemException {
		return core().log().mails(account, from, to);
	}

	@Override
	public Duration keepLog() throws ProblemException {
		return core().retention().keep();
	}

	@Override
	public void keepLog(Duration keep) throws ProblemException {
		OutboxCore opened = core();
		opened.retention().keep(keep);
		opened.housekeeping().soon();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return changes.listen(onChange);
	}

	/** Stops before the next boundary and waits a little; what is being handed over then is in doubt, not lost. */
	@Override
	@Deactivate
	public void close() {
		lock.lock();
		try {
			closed = true;
			OutboxCore opened = core;
			if (opened != null) {
				opened.stop();
				long nanos = java.util.concurrent.TimeUnit.SECONDS.toNanos(CLOSING_SECONDS);
				while (drains > 0 && nanos > 0) {
					nanos = idle.awaitNanos(nanos);
				}
				opened.close();
				core = null;
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			changes.close();
			lock.unlock();
		}
	}
}

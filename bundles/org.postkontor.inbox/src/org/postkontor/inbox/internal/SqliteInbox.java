package org.postkontor.inbox.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.auth.SignInBroker;
import org.postkontor.inbox.Inbox;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.InboxWatcher;
import org.postkontor.message.FrozenContent;
import org.postkontor.message.ReceivedMessageReader;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.PrivateFiles;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;

/** The inbox on files and an SQLite table below the home. Opens them at the first call, so that it can always start. */
@Component(service = Inbox.class)
public final class SqliteInbox implements Inbox, AutoCloseable {
	private final Path folder;
	private final AccountRegistry accounts;
	private final SignInBroker broker;
	private final List<MailReceiver> receivers;
	private final ReceivedMessageReader reader;
	private final Clock clock;
	private final PrivateFiles disk;
	private final Pauses pauses;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private @Nullable InboxStore store;
	private volatile boolean closed;

	@Activate
	public SqliteInbox(@Reference Home home, @Reference AccountRegistry accounts, @Reference SignInBroker broker,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<MailReceiver> receivers, @Reference ReceivedMessageReader reader,
			@Reference Clock clock) {
		this(home, accounts, broker, receivers, reader, clock, new PrivateFiles());
	}

	/** @param disk tests let it fail */
	public SqliteInbox(Home home, AccountRegistry accounts, SignInBroker broker, List<MailReceiver> receivers, ReceivedMessageReader reader, Clock clock,
			PrivateFiles disk) {
		this(home, accounts, broker, receivers, reader, clock, disk, new RealPauses());
	}

	/** @param pauses tests let time fly */
	public SqliteInbox(Home home, AccountRegistry accounts, SignInBroker broker, List<MailReceiver> receivers, ReceivedMessageReader reader, Clock clock,
			PrivateFiles disk, Pauses pauses) {
		folder = home.resolve("inbox");
		this.accounts = accounts;
		this.broker = broker;
		this.receivers = List.copyOf(receivers);
		this.reader = reader;
		this.clock = clock;
		this.disk = disk;
		this.pauses = pauses;
	}

	private synchronized InboxStore store() throws ProblemException {
		InboxStore opened = store;
		if (closed) {
			throw InboxProblems.closed();
		}
		if (opened == null) {
			opened = new InboxStore(folder, disk);
			store = opened;
		}
		return opened;
	}

	@Override
	public int sync(AccountId account, @Nullable IProgressMonitor monitor) throws ProblemException {
		AccountSync sync = accountSync(account, count -> {
		});
		Reception reception = reception(account);
		return sync.run(run -> {
			try (ReceiveConnection connection = reception.connect(monitor)) {
				run.run(connection, reception.endpoint());
			}
		}, monitor);
	}

	@Override
	public void watch(AccountId account, InboxWatcher watcher, IProgressMonitor monitor) throws ProblemException {
		AccountSync sync = accountSync(account, watcher::received);
		new WatchRun(sync, watcher, pauses, clock, new OpenMonitor(monitor, () -> closed)).run();
	}

	private AccountSync accountSync(AccountId account, IntConsumer brought) throws ProblemException {
		InboxStore opened = store();
		opened.database().requireWritable();
		return new AccountSync(account, opened, reader, clock, () -> reception(account), count -> {
			listeners.forEach(Runnable::run);
			brought.accept(count);
		});
	}

	private Reception reception(AccountId account) throws ProblemException {
		Optional<Account> found = accounts.find(account);
		String name = found.map(Account::name).orElse(account.value());
		Endpoint endpoint = found.flatMap(a -> a.endpoint(Direction.RECEIVE)).orElseThrow(() -> InboxProblems.noServer(name));
		MailReceiver receiver = receivers.stream().filter(r -> r.protocol() == endpoint.protocol()).findFirst()
				.orElseThrow(() -> InboxProblems.noServer(name));
		return new Reception(endpoint, receiver, broker);
	}

	@Override
	public List<InboxEntry> entries(Optional<AccountId> account) throws ProblemException {
		return store().mails().newestFirst(account).stream().map(MailTable.Row::entry).toList();
	}

	@Override
	public Optional<InboxEntry> entry(long id) throws ProblemException {
		return store().mails().find(id).map(MailTable.Row::entry);
	}

	@Override
	public FrozenContent content(long id) throws ProblemException {
		InboxStore opened = store();
		MailTable.Row row = opened.mails().find(id).orElseThrow(() -> InboxProblems.unknown(id));
		Path file = opened.files().path(row.entry().account(), row.file());
		return () -> Files.newInputStream(file);
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		Runnable own = onChange::run;
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	@Override
	@Deactivate
	public synchronized void close() {
		closed = true;
		InboxStore opened = store;
		if (opened != null) {
			opened.close();
			store = null;
		}
	}
}

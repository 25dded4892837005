package org.postkontor.inbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.inbox.Inbox;
import org.postkontor.inbox.InboxUpdater;
import org.postkontor.net.NetworkState;
import org.postkontor.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether the network has changed or the computer has slept, and from time to time, as well as when this
 * process changed something, at accounts and sign-ins.
 */
@Component
public final class WatchingInboxUpdater implements InboxUpdater {
	private static final Logger LOG = LoggerFactory.getLogger(WatchingInboxUpdater.class);
	private static final Duration LOOK = Duration.ofSeconds(3);
	private static final int LOOK_AT_ACCOUNTS = 5;
	/** Threads that do not run for so long have slept with their computer. */
	private static final Duration SLEEP = Duration.ofSeconds(30);
	private static final Duration END = Duration.ofSeconds(5);

	private final Inbox inbox;
	private final AccountRegistry accounts;
	private final SignInBroker broker;
	private final NetworkState network;
	private final Clock clock;
	private final Duration pause;
	private @Nullable Thread thread;
	private @Nullable Rounds rounds;

	@Activate
	public WatchingInboxUpdater(@Reference Inbox inbox, @Reference AccountRegistry accounts, @Reference SignInBroker broker,
			@Reference NetworkState network, @Reference Clock clock) {
		this(inbox, accounts, broker, network, clock, LOOK);
	}

	/** @param pause between two looks */
	public WatchingInboxUpdater(Inbox inbox, AccountRegistry accounts, SignInBroker broker, NetworkState network, Clock clock, Duration pause) {
		this.inbox = inbox;
		this.accounts = accounts;
		this.broker = broker;
		this.network = network;
		this.clock = clock;
		this.pause = pause;
	}

	@Override
	public synchronized void start() {
		if (thread == null) {
			Rounds begun = new Rounds();
			rounds = begun;
			thread = Thread.ofPlatform().daemon().name("inbox updater").start(begun);
		}
	}

	@Override
	@Deactivate
	public void close() {
		Thread ending;
		synchronized (this) {
			ending = thread;
			Rounds last = rounds;
			if (last != null) {
				last.end();
			}
			thread = null;
			rounds = null;
		}
		if (ending != null) {
			try {
				ending.join(END.toMillis());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** From one start to the next close. */
	private final class Rounds implements Runnable {
		private final Semaphore signal = new Semaphore(0);
		private final AccountWatches watches = new AccountWatches(inbox, clock, signal::release);
		private Map<AccountId, String> stamps = Map.of();
		private volatile boolean running = true;
		private volatile boolean changed;

		void end() {
			running = false;
			signal.release();
		}

		private void changed() {
			changed = true;
			signal.release();
		}

		@Override
		public void run() {
			try (AutoCloseable signIns = broker.listen(this::changed); AutoCloseable changes = accounts.listen(this::changed)) {
				WakeSigns signs = new WakeSigns(network, clock, SLEEP.plus(pause));
				for (int round = 0; running; round++) {
					round(round % LOOK_AT_ACCOUNTS == 0, signs);
					if (running && signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
						signal.drainPermits();
					}
				}
				watches.end();
			} catch (InterruptedException e) {
				LOG.debug("the updater ends", e);
			} catch (Exception e) {
				LOG.error("the updater ends", e);
			}
		}

		private void round(boolean look, WakeSigns signs) {
			try {
				if (look || changed) {
					changed = false;
					stamps = stamps();
				}
				watches.look(stamps, signs.seen());
			} catch (RuntimeException e) {
				LOG.error("looking after the watches failed", e);
			}
		}
	}

	/** Of all accounts that receive; another one when settings or sign-in have changed. */
	private Map<AccountId, String> stamps() {
		Map<AccountId, String> stamps = new HashMap<>();
		for (Account account : accounts.accounts()) {
			account.endpoint(Direction.RECEIVE).ifPresent(endpoint -> stamps.put(account.id(), stamp(endpoint)));
		}
		return stamps;
	}

	private String stamp(Endpoint endpoint) {
		return Integer.toHexString(endpoint.hashCode()) + session(endpoint);
	}

	private String session(Endpoint endpoint) {
		try {
			return broker.session(endpoint.auth()).map(Session::issued).map(Instant::toString).orElse("-");
		} catch (ProblemException locked) {
			return "?";
		}
	}
}

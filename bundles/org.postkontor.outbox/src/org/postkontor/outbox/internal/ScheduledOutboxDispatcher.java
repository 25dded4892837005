package org.postkontor.outbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.AccountRegistry;
import org.postkontor.auth.SignInBroker;
import org.postkontor.net.NetworkState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxDispatcher;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the table every few seconds, since another process may have submitted, and at once when this process did. From time to
 * time, and at the start, it looks whether another process has signed somebody in that a lane waits for, and each time whether
 * the network or its proxies have changed.
 */
@Component
public final class ScheduledOutboxDispatcher implements OutboxDispatcher {
	private static final Logger LOG = LoggerFactory.getLogger(ScheduledOutboxDispatcher.class);
	private static final Duration POLL = Duration.ofSeconds(3);
	private static final int LOOK_AT_SIGN_INS = 5;
	private static final Duration END = Duration.ofSeconds(5);

	private final Outbox outbox;
	private final BackgroundDrain drain;
	private final SignInBroker broker;
	private final AccountRegistry accounts;
	private final NetworkState network;
	private final Clock clock;
	private final Duration poll;
	private final Semaphore signal = new Semaphore(0);
	private @Nullable Thread thread;
	private volatile boolean running;
	private volatile boolean signInChanged;
	/** Only the dispatcher's thread uses it; empty before the first look. */
	private String lastWay = "";

	@Activate
	public ScheduledOutboxDispatcher(@Reference Outbox outbox, @Reference BackgroundDrain drain, @Reference SignInBroker broker,
			@Reference AccountRegistry accounts, @Reference NetworkState network, @Reference Clock clock) {
		this(outbox, drain, broker, accounts, network, clock, POLL);
	}

	public ScheduledOutboxDispatcher(Outbox outbox, BackgroundDrain drain, SignInBroker broker, AccountRegistry accounts, NetworkState network,
			Clock clock, Duration poll) {
		this.outbox = outbox;
		this.drain = drain;
		this.broker = broker;
		this.accounts = accounts;
		this.network = network;
		this.clock = clock;
		this.poll = poll;
	}

	@Override
	public synchronized void start() {
		if (thread == null) {
			running = true;
			thread = Thread.ofPlatform().daemon().name("outbox dispatcher").start(this::run);
		}
	}

	private void run() {
		try (AutoCloseable mails = outbox.listen(signal::release);
				AutoCloseable signIns = broker.listen(this::signInChanged);
				AutoCloseable changes = accounts.listen(this::signInChanged)) {
			for (int round = 0; running; round++) {
				round(round % LOOK_AT_SIGN_INS == 0);
				if (running && signal.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
					signal.drainPermits();
				}
			}
		} catch (InterruptedException e) {
			LOG.debug("dispatcher ends", e);
		} catch (Exception e) {
			LOG.error("dispatcher ends", e);
		}
	}

	private void round(boolean look) {
		try {
			String way = network.fingerprint();
			if (!way.equals(lastWay) && !lastWay.isEmpty()) {
				drain.wakeUnreachable();
			}
			lastWay = way;
			if (look || signInChanged) {
				signInChanged = false;
				drain.wakeChanged();
			}
			if (drain.nextDue().filter(due -> !due.isAfter(clock.instant())).isPresent()) {
				drain.drainDue();
			}
			drain.tidy();
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.BUSY) {
				LOG.warn("the outbox cannot be drained now", e);
			}
		} catch (RuntimeException e) {
			LOG.error("draining failed", e);
		}
	}

	private void signInChanged() {
		signInChanged = true;
		signal.release();
	}

	@Override
	@Deactivate
	public void close() {
		Thread ending;
		synchronized (this) {
			ending = thread;
			thread = null;
			running = false;
			signal.release();
		}
		if (ending != null) {
			try {
				ending.join(END.toMillis());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}

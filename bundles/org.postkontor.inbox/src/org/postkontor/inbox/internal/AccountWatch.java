package org.postkontor.inbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postkontor.account.AccountId;
import org.postkontor.inbox.Inbox;
import org.postkontor.inbox.InboxWatcher;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch of one account on a thread of its own, until cancelled or until a problem that time does not heal. */
final class AccountWatch implements InboxWatcher {
	private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);
	private static final Duration RETRY = Duration.ofMinutes(15);

	private final AccountId account;
	private final String stamp;
	private final Clock clock;
	private final NullProgressMonitor monitor = new NullProgressMonitor();
	private volatile Optional<Problem> problem = Optional.empty();
	private volatile Optional<Instant> ended = Optional.empty();
	private final CountDownLatch over = new CountDownLatch(1);

	/** @param stamp of the account's settings and sign-in as they are now */
	AccountWatch(AccountId account, String stamp, Clock clock) {
		this.account = account;
		this.stamp = stamp;
		this.clock = clock;
	}

	/** @param onEnd called on the watch's thread */
	void start(Inbox inbox, Runnable onEnd) {
		Thread.ofPlatform().daemon().name("inbox of " + account.value()).start(() -> {
			try {
				inbox.watch(account, this, monitor);
			} catch (ProblemException e) {
				problem = Optional.of(e.problem());
				LOG.info("{} is not watched for now: {}", account.value(), e.problem().id());
			} catch (RuntimeException e) {
				LOG.error("watching failed", e);
			} finally {
				ended = Optional.of(clock.instant());
				over.countDown();
				onEnd.run();
			}
		});
	}

	/** It ends within a few seconds. */
	void cancel() {
		monitor.setCanceled(true);
	}

	void await(long millis) throws InterruptedException {
		over.await(millis, TimeUnit.MILLISECONDS);
	}

	boolean isOver() {
		return ended.isPresent();
	}

	boolean isOf(String newStamp) {
		return stamp.equals(newStamp);
	}

	/**
	 * For one that is over.
	 *
	 * @param woken whether network or computer came back
	 */
	boolean isWorthAnother(String newStamp, boolean woken) {
		boolean again = woken || ended.filter(end -> !clock.instant().isBefore(end.plus(RETRY))).isPresent();
		return monitor.isCanceled() || !isOf(newStamp) || again && problem.filter(AccountWatch::needsSignIn).isEmpty();
	}

	private static boolean needsSignIn(Problem problem) {
		return problem.kind() == ProblemKind.SIGN_IN_NEEDED || problem.kind() == ProblemKind.CREDENTIAL_REFUSED;
	}

	@Override
	public void received(int count) {
		LOG.debug("{} mails for {}", count, account.value());
	}

	@Override
	public void lost(Problem lost) {
		LOG.info("{} is not connected: {}", account.value(), lost.id());
	}

	@Override
	public void regained() {
		LOG.info("{} is connected again", account.value());
	}
}

package org.postkontor.outbox.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;

/**
 * A line more for a lane in which many mails wait, on a thread of its own. It is only there for speed: it is opened after the
 * first line has sent a mail, and its trouble is nobody's: what is wrong with the lane the first line finds out.
 */
final class FurtherLine implements AutoCloseable {

	private final AccountId account;
	private final DrainContext context;
	private final LaneCrew crew;
	private final LaneQueue queue;
	private final boolean allowed;
	/** So many mails must wait for it to be worth a sign-in. */
	private final int many;
	private final Supplier<SendingLine> lines;
	private @Nullable Thread thread;
	private volatile boolean ended;

	/** @param number of the line among those of the lane, from two */
	FurtherLine(int number, AccountId account, DrainContext context, LaneCrew crew, LaneQueue queue, SendingBudget budget, Supplier<SendingLine> lines) {
		this.account = account;
		this.context = context;
		this.crew = crew;
		this.queue = queue;
		this.lines = lines;
		allowed = budget.lines() >= number;
		many = number * OpenLine.MAILS;
	}

	/** At most once for each run of a lane: a line that ended early would only end early again. */
	void openIfMuchWaits() throws ProblemException {
		if (allowed && thread == null && !crew.isCrowded() && queue.holds(many, context.now())) {
			thread = Thread.ofPlatform().daemon().name("outbox further line").start(this::work);
		}
	}

	private void work() {
		try (SendingLine line = lines.get()) {
			FollowingMail following = new FollowingMail(context, queue, line, () -> !isOver());
			LineWorker worker = new LineWorker(account, context, line, following, false);
			while (following.isBegun() || !isOver()) {
				Optional<StoredMail> due = following.take();
				if (due.isEmpty()) {
					return;
				}
				boolean goesOn = worker.send(due.get());
				queue.done(due.get());
				if (!goesOn) {
					return;
				}
			}
			following.giveBack();
		} catch (ProblemException e) {
			context.stop(e);
		} catch (RuntimeException e) {
			context.stop(new ProblemException(OutboxProblems.internal(e), e));
		}
	}

	private boolean isOver() {
		return ended || context.isStopped() || context.isSkipped(account) || crew.isCrowded();
	}

	/** Waits for the mail that is on its way, whose time is limited by the sender. */
	@Override
	public void close() throws ProblemException {
		ended = true;
		Thread running = thread;
		if (running != null) {
			try {
				running.join();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new ProblemException(OutboxProblems.internal(e), e);
			}
		}
	}
}

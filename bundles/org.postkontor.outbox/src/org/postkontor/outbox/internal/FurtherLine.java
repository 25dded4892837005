package org.postkontor.outbox.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;

/**
 * A second line for a lane in which many mails wait, on a thread of its own. It is only there for speed: it is opened after the
 * first line has sent a mail, and its trouble is nobody's: what is wrong with the lane the first line finds out.
 */
final class SecondLine implements AutoCloseable {
	/** So many mails must wait for it to be worth a sign-in. */
	static final int MANY = 2 * OpenLine.MAILS;

	private final AccountId account;
	private final DrainContext context;
	private final LaneCrew crew;
	private final LaneQueue queue;
	private final boolean allowed;
	private final Supplier<SendingLine> lines;
	private @Nullable Thread thread;
	private volatile boolean ended;

	SecondLine(AccountId account, DrainContext context, LaneCrew crew, LaneQueue queue, SendingBudget budget, Supplier<SendingLine> lines) {
		this.account = account;
		this.context = context;
		this.crew = crew;
		this.queue = queue;
		this.lines = lines;
		allowed = budget.lines() > 1;
	}

	/** At most once for each run of a lane: a line that ended early would only end early again. */
	void openIfMuchWaits() throws ProblemException {
		if (allowed && thread == null && !crew.isCrowded() && queue.holds(MANY, context.now())) {
			thread = Thread.ofPlatform().daemon().name("outbox second line").start(this::work);
		}
	}

	private void work() {
		try (SendingLine line = lines.get()) {
			LineWorker worker = new LineWorker(account, context, line, false);
			while (!isOver()) {
				Optional<StoredMail> due = queue.take(context.now());
				if (due.isEmpty()) {
					return;
				}
				boolean goesOn = worker.send(due.get());
				queue.done(due.get());
				if (!goesOn) {
					return;
				}
			}
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

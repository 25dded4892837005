package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.MailSender;

/** Sends the due mails of one account until none is due or the lane has to pause; over two lines more while many wait. */
final class LaneDispatcher {
	/** A budget of a day is looked at again now and then, since clocks are put right. */
	private static final Duration LONGEST_THROTTLE = Duration.ofHours(1);

	private final AccountId account;
	private final DrainContext context;

	LaneDispatcher(AccountId account, DrainContext context) {
		this.account = account;
		this.context = context;
	}

	/** @return false if others should have their turn before this lane goes on */
	boolean run(LaneCrew crew) throws ProblemException {
		Optional<Account> found = context.around().accounts().find(account);
		if (found.isEmpty()) {
			context.pause(account, OutboxProblems.noAccount(account));
			return true;
		}
		Optional<Endpoint> endpoint = found.get().endpoint(Direction.SEND);
		Optional<MailSender> sender = endpoint.flatMap(e -> context.around().sender(e.protocol()));
		if (endpoint.isEmpty() || sender.isEmpty()) {
			context.pause(account, OutboxProblems.noServer(found.get().name()));
			return true;
		}
		SendingBudget budget = context.core().budgets().of(endpoint.get().host());
		LaneQueue queue = new LaneQueue(account, context.core().due());
		Supplier<SendingLine> further = () -> new SendingLine(account, sender.get(), context, endpoint.get(), true, false);
		try (SendingLine line = new SendingLine(account, sender.get(), context, endpoint.get(), budget.allowsConnections(2), true);
				FurtherLine second = new FurtherLine(2, account, context, crew, queue, budget, further);
				FurtherLine third = new FurtherLine(3, account, context, crew, queue, budget, further)) {
			// Where mails are counted, each is weighed before it begins.
			FollowingMail following = new FollowingMail(context, queue, line,
					() -> !budget.counts() && !context.isStopped() && !crew.isCrowded());
			LineWorker worker = new LineWorker(account, context, line, following, true);
			for (int turn = 0; following.isBegun() || !context.isStopped(); turn++) {
				if (turn >= OpenLine.MAILS && crew.isCrowded() && !following.isBegun()) {
					line.rest();
					return false;
				}
				Optional<StoredMail> due = following.take();
				if (due.isEmpty() || isThrottled(due.get(), budget) || !worker.send(due.get())) {
					break;
				}
				queue.done(due.get());
				if (turn % OpenLine.MAILS == 0 && line.isReused()) {
					second.openIfMuchWaits();
					third.openIfMuchWaits();
				}
			}
			line.rest();
		}
		return true;
	}

	/** Waits rather than be refused: a provider that is annoyed refuses for longer. */
	private boolean isThrottled(StoredMail mail, SendingBudget budget) throws ProblemException {
		Instant now = context.now();
		Instant next = budget.counts() ? budget.next(context.core().handedOver().lastDay(account, now), mail.book().nextChunk().size(), now) : now;
		if (next.isAfter(now)) {
			Instant look = now.plus(LONGEST_THROTTLE);
			context.core().handedOver().throttle(account, next.isBefore(look) ? next : look);
			context.changed();
			return true;
		}
		return false;
	}
}

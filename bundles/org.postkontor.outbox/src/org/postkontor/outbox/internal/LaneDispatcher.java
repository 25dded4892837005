package org.postkontor.outbox.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the due mails of one account, one after the other, until none is due or the lane has to pause. */
final class LaneDispatcher {
	private static final Logger LOG = LoggerFactory.getLogger(LaneDispatcher.class);

	/** A budget of a day is looked at again now and then, since clocks are put right. */
	private static final Duration LONGEST_THROTTLE = Duration.ofHours(1);

	private final AccountId account;
	private final DrainContext context;
	private final OutcomeRules rules;

	LaneDispatcher(AccountId account, DrainContext context) {
		this.account = account;
		this.context = context;
		rules = new OutcomeRules(context.policy());
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
		try (SendingLine line = new SendingLine(account, sender.get(), context, endpoint.get(), budget)) {
			for (int turn = 0; !context.isStopped(); turn++) {
				if (turn >= OpenLine.MAILS && crew.isCrowded()) {
					line.rest();
					return false;
				}
				Optional<StoredMail> due = context.core().due().nextToSend(account, context.now());
				if (due.isEmpty() || isThrottled(due.get(), budget) || !send(due.get(), line)) {
					break;
				}
			}
			line.rest();
		}
		return true;
	}

	/** Waits rather than be refused: a provider that is annoyed refuses for longer. */
	private boolean isThrottled(StoredMail mail, SendingBudget budget) throws ProblemException {
		Instant now = context.now();
		Instant next = budget.equals(SendingBudget.UNLIMITED) ? now
				: budget.next(context.core().handedOver().lastDay(account, now), mail.book().nextChunk().size(), now);
		if (next.isAfter(now)) {
			Instant look = now.plus(LONGEST_THROTTLE);
			context.core().handedOver().throttle(account, next.isBefore(look) ? next : look);
			context.changed();
			return true;
		}
		return false;
	}

	/** @return false if the lane has to pause */
	private boolean send(StoredMail mail, SendingLine line) throws ProblemException {
		if (mail.isMissed(context.now())) {
			context.record(mail.id(), MailChange.of(MailEvent.MISSED, context.now()).because(OutboxProblems.deadlineMissed()));
			return true;
		}
		if (!context.core().spool().isIntact(mail)) {
			return putAside(mail);
		}
		if (!line.carriesEnvelope() && !mail.book().accepted().isEmpty()) {
			context.record(mail.id(), MailChange.of(MailEvent.MAIL_TROUBLE, context.now())
					.because(OutboxProblems.someHaveIt(mail.book().accepted())));
			return true;
		}
		Set<String> recipients = line.carriesEnvelope() ? mail.book().nextChunk() : mail.book().open();
		SendConnection connection;
		try {
			connection = line.ready(recipients.size());
		} catch (ProblemException e) {
			return pause(e.problem());
		} catch (RuntimeException e) {
			LOG.error("connecting failed", e);
			return pause(OutboxProblems.internal(e));
		}
		OptionalLong limit = connection.maxSize();
		context.core().sizeLimits().learn(account, SizeLimits.server(line.endpoint()), limit);
		if (limit.isPresent() && limit.getAsLong() > 0 && mail.entry().size() > limit.getAsLong()) {
			context.record(mail.id(), MailChange.of(MailEvent.MAIL_TROUBLE, context.now())
					.because(OutboxProblems.tooLarge(mail.entry().size(), limit.getAsLong())));
			return works();
		}
		if (context.mails().apply(mail.id(), MailChange.of(MailEvent.ATTEMPT, context.now()).noted(connection.description()).at(connection.peer()))
				.isEmpty()) {
			return true;
		}
		hit("after-attempt");
		return attempt(mail, recipients, connection, line);
	}

	private boolean attempt(StoredMail mail, Set<String> recipients, SendConnection connection, SendingLine line) throws ProblemException {
		JournaledHandOver handOver = new JournaledHandOver(mail, recipients.size(), context);
		Peer peer = connection.peer();
		SendOutcome outcome;
		line.lookAhead();
		context.core().sending().begin(mail, context.now());
		try {
			outcome = connection.send(mail.message(() -> context.core().spool().open(mail.id())), recipients, handOver, context.monitor());
		} catch (RuntimeException e) {
			LOG.error("sending failed", e);
			outcome = new SendOutcome.NotSent(OutboxProblems.internal(e));
			line.close();
		} finally {
			context.core().sending().end(mail.id());
		}
		if (outcome instanceof SendOutcome.Accepted) {
			hit("after-answer");
		}
		ProblemException failure = handOver.failure();
		if (failure != null) {
			// Not handed over, and the row says at most "boundary": the next drain may write again.
			context.core().unrecorded().add(mail.id(), MailChange.of(MailEvent.LANE_TROUBLE, context.now()).due(context.now()));
			context.stop(failure);
			throw failure;
		}
		if (handOver.isRefused() && outcome instanceof SendOutcome.NotSent) {
			line.close();
			context.record(mail.id(), MailChange.of(MailEvent.LANE_TROUBLE, context.now()).due(context.now()).noted("stopped here"));
			return true;
		}
		MailChange change = rules.change(mail, recipients, outcome, handOver.isJournaled(), context.now());
		context.record(mail.id(), connection.peer().equals(peer) ? change : change.at(connection.peer()));
		if (outcome instanceof SendOutcome.Accepted) {
			hit("after-sent");
		}
		return goesOn(outcome, handOver.isJournaled(), recipients.size(), line);
	}

	private boolean goesOn(SendOutcome outcome, boolean boundary, int recipients, SendingLine line) throws ProblemException {
		if (outcome instanceof SendOutcome.InDoubt || boundary && outcome instanceof SendOutcome.NotSent) {
			line.close();
			return true;
		}
		if (outcome instanceof SendOutcome.NotSent notSent) {
			return afterTrouble(notSent.problem(), line);
		}
		if (outcome instanceof SendOutcome.Declined declined) {
			return afterRefusal(declined.problem(), line);
		}
		line.used(recipients);
		return works();
	}

	/** The server took the credential and listened. */
	private boolean works() throws ProblemException {
		if (context.core().lanes().pauses().containsKey(account)) {
			context.core().lanes().run(account);
			context.changed();
		}
		return true;
	}

	private boolean afterTrouble(Problem problem, SendingLine line) throws ProblemException {
		boolean reused = line.isReused();
		line.close();
		return switch (problem.kind()) {
		case MESSAGE, INPUT -> works();
		case CREDENTIAL_REFUSED -> line.renew(problem) || pause(problem);
		// The server hung up on an idle connection: a fresh one is worth a try before anybody is told.
		case NETWORK, TIMEOUT, SERVER -> reused || pause(problem);
		default -> pause(problem);
		};
	}

	/** The server did answer: nothing is gained by asking it again at once. */
	private boolean afterRefusal(Problem problem, SendingLine line) throws ProblemException {
		line.close();
		return problem.kind() == ProblemKind.CREDENTIAL_REFUSED && line.renew(problem) || pause(problem);
	}

	private boolean pause(Problem problem) throws ProblemException {
		if (problem.kind() == ProblemKind.CANCELLED) {
			context.skip(account);
		} else {
			context.pause(account, problem);
		}
		return false;
	}

	private boolean putAside(StoredMail mail) throws ProblemException {
		try {
			context.record(mail.id(),
					MailChange.of(MailEvent.DAMAGED, context.now()).because(OutboxProblems.damaged(context.core().spool().putAside(mail.id()))));
			return true;
		} catch (IOException e) {
			throw OutboxProblems.STORAGE.storage(context.core().spool().folder(), e);
		}
	}

	private void hit(String label) throws ProblemException {
		try {
			context.around().crash().hit(label);
		} catch (IOException e) {
			throw OutboxProblems.STORAGE.storage(context.core().spool().folder(), e);
		}
	}
}

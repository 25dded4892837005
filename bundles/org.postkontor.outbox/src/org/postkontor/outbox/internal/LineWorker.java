package org.postkontor.outbox.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

import org.postkontor.account.AccountId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one mail after the other over one line of an account, and records what becomes of them. */
final class LineWorker {
	private static final Logger LOG = LoggerFactory.getLogger(LineWorker.class);

	private final AccountId account;
	private final DrainContext context;
	private final SendingLine line;
	private final FollowingMail following;
	private final boolean speaksForLane;
	private final OutcomeRules rules;
	private boolean saidToRun;

	/** @param speaksForLane whether trouble of this line is trouble of the lane */
	LineWorker(AccountId account, DrainContext context, SendingLine line, FollowingMail following, boolean speaksForLane) {
		this.account = account;
		this.context = context;
		this.line = line;
		this.following = following;
		this.speaksForLane = speaksForLane;
		rules = new OutcomeRules(context.policy());
	}

	/** @return false if nothing more should go over this line */
	boolean send(StoredMail mail) throws ProblemException {
		if (following.startBegun()) {
			return attempt(mail, line.recipients(mail), line.present());
		}
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
		Set<String> recipients = line.recipients(mail);
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
		return !context.mails().begin(mail, attempt(connection, context.now())) || attempt(mail, recipients, connection);
	}

	static MailChange attempt(SendConnection connection, Instant now) {
		return MailChange.of(MailEvent.ATTEMPT, now).noted(connection.description()).at(connection.peer());
	}

	private boolean attempt(StoredMail mail, Set<String> recipients, SendConnection connection) throws ProblemException {
		hit("after-attempt");
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
		MailChange told = connection.peer().equals(peer) ? change : change.at(connection.peer());
		if (outcome instanceof SendOutcome.Accepted) {
			line.used(recipients.size());
			following.record(mail, told, connection);
			hit("after-sent");
			return works();
		}
		context.record(mail.id(), told);
		return goesOn(outcome, handOver.isJournaled(), recipients.size());
	}

	private boolean goesOn(SendOutcome outcome, boolean boundary, int recipients) throws ProblemException {
		if (outcome instanceof SendOutcome.InDoubt || boundary && outcome instanceof SendOutcome.NotSent) {
			line.close();
			return true;
		}
		if (outcome instanceof SendOutcome.NotSent notSent) {
			return afterTrouble(notSent.problem());
		}
		if (outcome instanceof SendOutcome.Declined declined) {
			return afterRefusal(declined.problem());
		}
		line.used(recipients);
		return works();
	}

	/** The server took the credential and listened: if the lane was paused until now, it is not any more. */
	private boolean works() throws ProblemException {
		if (!saidToRun && context.core().lanes().pauses().containsKey(account)) {
			context.core().lanes().run(account);
			context.changed();
		}
		saidToRun = true;
		return true;
	}

	private boolean afterTrouble(Problem problem) throws ProblemException {
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
	private boolean afterRefusal(Problem problem) throws ProblemException {
		line.close();
		return problem.kind() == ProblemKind.CREDENTIAL_REFUSED && line.renew(problem) || pause(problem);
	}

	private boolean pause(Problem problem) throws ProblemException {
		if (problem.kind() == ProblemKind.CANCELLED) {
			context.skip(account);
		} else if (speaksForLane) {
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

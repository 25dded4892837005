package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** What an outcome means for a mail; pure. In case of contradiction the reading that cannot double a mail wins. */
public final class OutcomeRules {
	private final RetryPolicy policy;

	public OutcomeRules(RetryPolicy policy) {
		this.policy = policy;
	}

	/**
	 * @param tried    recipients of this attempt
	 * @param boundary whether the boundary was journaled
	 */
	public MailChange change(StoredMail mail, Set<String> tried, SendOutcome outcome, boolean boundary, Instant now) {
		return switch (outcome) {
		case SendOutcome.Accepted accepted -> accepted(mail, tried, accepted, now);
		case SendOutcome.Deferred deferred -> open(mail, allDeferred(tried, deferred), deferred.problem(), now, true);
		case SendOutcome.Rejected rejected -> open(mail, allRejected(tried, rejected), rejected.problem(), now, false);
		case SendOutcome.Declined declined -> notSent(mail, declined.problem(), now);
		case SendOutcome.InDoubt doubt -> inDoubt(doubt.problem(), now);
		case SendOutcome.NotSent notSent -> boundary ? inDoubt(notSent.problem(), now) : notSent(mail, notSent.problem(), now);
		};
	}

	private MailChange accepted(StoredMail mail, Set<String> tried, SendOutcome.Accepted accepted, Instant now) {
		Map<String, RecipientResult> results = new HashMap<>(accepted.recipients());
		// A recipient the sender says nothing about may have it: never again.
		tried.forEach(address -> results.putIfAbsent(address, new RecipientResult.Accepted(accepted.reply())));
		RecipientBook book = mail.book(results);
		return open(mail, results, book.deferred().isEmpty() ? OutboxProblems.recipientsRefused(book.rejected())
				: OutboxProblems.recipientsDeferred(book.deferred()), now, false).answered(accepted.reply());
	}

	/** @param whole true if nothing but the whole mail was refused for now */
	private MailChange open(StoredMail mail, Map<String, RecipientResult> results, Problem problem, Instant now, boolean whole) {
		RecipientBook book = mail.book(results);
		boolean waits = !book.deferred().isEmpty() || whole && !book.untried().isEmpty();
		if (!book.untried().isEmpty() && !whole) {
			return MailChange.of(MailEvent.PARTLY, now).with(results).due(now);
		}
		if (waits) {
			Optional<Instant> next = policy.mail(mail.started(), mail.entry().attempts(), now);
			MailEvent event = next.isEmpty() ? MailEvent.EXPIRED : book.accepted().isEmpty() ? MailEvent.DEFERRED : MailEvent.PARTLY;
			MailChange change = MailChange.of(event, now).with(results).because(next.isEmpty() ? OutboxProblems.expired(problem) : problem).count();
			return next.isEmpty() ? change : change.due(next.get());
		}
		if (book.accepted().isEmpty()) {
			return MailChange.of(MailEvent.REJECTED, now).with(results).because(problem).count();
		}
		MailChange done = MailChange.of(MailEvent.ACCEPTED, now).with(results).due(now).count();
		return book.rejected().isEmpty() ? done : done.because(OutboxProblems.recipientsRefused(book.rejected()));
	}

	private static MailChange inDoubt(Problem problem, Instant now) {
		return MailChange.of(MailEvent.LOST_ANSWER, now).because(OutboxProblems.inDoubt(problem)).due(now).count();
	}

	private MailChange notSent(StoredMail mail, Problem problem, Instant now) {
		if (problem.kind() == ProblemKind.MESSAGE || problem.kind() == ProblemKind.INPUT) {
			return MailChange.of(MailEvent.MAIL_TROUBLE, now).because(problem).count();
		}
		if (problem.kind() == ProblemKind.CANCELLED) {
			return MailChange.of(MailEvent.LANE_TROUBLE, now).due(now).noted("cancelled");
		}
		// A mail that breaks every connection must not stop the mails behind it.
		return mail.troubles() + 1 < RetryPolicy.TROUBLES || !problem.kind().isTransient() && problem.kind() != ProblemKind.INTERNAL
				? MailChange.of(MailEvent.LANE_TROUBLE, now).due(now).noted(problem.id() + " " + problem.details()).causedBy(problem)
				: open(mail, Map.of(), problem, now, true);
	}

	/** A recipient accepted at RCPT has nothing when the mail as a whole was refused. */
	private static Map<String, RecipientResult> allDeferred(Set<String> tried, SendOutcome.Deferred deferred) {
		Map<String, RecipientResult> results = new HashMap<>();
		for (String address : tried) {
			RecipientResult known = deferred.recipients().get(address);
			results.put(address, known instanceof RecipientResult.Rejected || known instanceof RecipientResult.Deferred ? known
					: new RecipientResult.Deferred(reply(deferred.problem())));
		}
		return results;
	}

	private static Map<String, RecipientResult> allRejected(Set<String> tried, SendOutcome.Rejected rejected) {
		Map<String, RecipientResult> results = new HashMap<>();
		for (String address : tried) {
			results.put(address, rejected.recipients().get(address) instanceof RecipientResult.Rejected known ? known : new RecipientResult.Rejected(reply(rejected.problem())));
		}
		return results;
	}

	private static String reply(Problem problem) {
		return problem.details().getOrDefault("reply", problem.id());
	}
}

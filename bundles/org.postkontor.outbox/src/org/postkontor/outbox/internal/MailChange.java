package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Problem;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * An event with what it brings along; the new state follows from {@link Transitions}.
 *
 * @param next    when the mail is due again; empty for never
 * @param problem empty if there is none (any more)
 * @param results of recipients, merged into what is known
 * @param reply   the server's final answer; empty keeps the old one
 * @param note    for the log
 * @param counted whether an attempt was used up
 * @param options new times and priority; empty keeps the old ones
 * @param peer    for the log: the other end, if an attempt begins or more is known about it
 * @param cause   for the log: what happened, where the mail itself has no problem
 */
public record MailChange(MailEvent event, Instant at, Optional<Instant> next, Optional<Problem> problem, Map<String, RecipientResult> results, String reply,
		String note, boolean counted, Optional<SendOptions> options, Optional<Peer> peer, Optional<Problem> cause) {
	public MailChange {
		results = Map.copyOf(results);
	}

	public static MailChange of(MailEvent event, Instant at) {
		return new MailChange(event, at, Optional.empty(), Optional.empty(), Map.of(), "", "", false, Optional.empty(), Optional.empty(), Optional.empty());
	}

	public MailChange due(Instant newNext) {
		return new MailChange(event, at, Optional.of(newNext), problem, results, reply, note, counted, options, peer, cause);
	}

	public MailChange because(Problem newProblem) {
		return because(Optional.of(newProblem));
	}

	public MailChange because(Optional<Problem> newProblem) {
		return new MailChange(event, at, next, newProblem, results, reply, note, counted, options, peer, cause);
	}

	public MailChange with(Map<String, RecipientResult> newResults) {
		return new MailChange(event, at, next, problem, newResults, reply, note, counted, options, peer, cause);
	}

	public MailChange answered(String newReply) {
		return new MailChange(event, at, next, problem, results, newReply, note, counted, options, peer, cause);
	}

	public MailChange noted(String newNote) {
		return new MailChange(event, at, next, problem, results, reply, newNote, counted, options, peer, cause);
	}

	public MailChange count() {
		return new MailChange(event, at, next, problem, results, reply, note, true, options, peer, cause);
	}

	public MailChange timed(SendOptions newOptions) {
		return new MailChange(event, at, next, problem, results, reply, note, counted, Optional.of(newOptions), peer, cause);
	}

	public MailChange at(Peer newPeer) {
		return new MailChange(event, at, next, problem, results, reply, note, counted, options, Optional.of(newPeer), cause);
	}

	public MailChange causedBy(Problem newCause) {
		return new MailChange(event, at, next, problem, results, reply, note, counted, options, peer, Optional.of(newCause));
	}
}

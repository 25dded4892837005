package org.postkontor.transport.internal.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;
import org.postkontor.transport.internal.EndpointProblems;

/** What replies mean for a mail. Before the boundary nothing is ever in doubt; after it only a clear answer ends the doubt. */
final class SmtpOutcomes {
	private static final int SIZE_EXCEEDED = 552;

	private final EndpointProblems problems;
	private final String sender;

	/** @param sender of the envelope */
	SmtpOutcomes(EndpointProblems problems, String sender) {
		this.problems = problems;
		this.sender = sender;
	}

	/** A reply to MAIL or DATA that is not what the transaction needs: it concerns all recipients. */
	SendOutcome refusal(SmtpReply reply, List<String> recipients) {
		if (reply.code() == SmtpReply.NO_CODE) {
			return new SendOutcome.NotSent(problems.noReply(reply.text()));
		}
		if (reply.isGoodbye()) {
			return new SendOutcome.NotSent(problems.later(reply.text()));
		}
		if (reply.isAboutAuthentication()) {
			return new SendOutcome.NotSent(signedOut(reply));
		}
		if (reply.isTransient() || reply.isPermanent()) {
			return refused(reply, recipients);
		}
		return new SendOutcome.NotSent(problems.odd(reply.text()));
	}

	/** The server's word about one recipient, if it is one. */
	RecipientResult recipient(SmtpReply reply) {
		if (reply.isPositive()) {
			return new RecipientResult.Accepted(reply.text());
		}
		// RFC 5321, 4.5.3.1.10: clients should treat 552 to RCPT as temporary, since it was used for too many recipients.
		boolean later = reply.isTransient() || reply.code() == SIZE_EXCEEDED;
		return later ? new RecipientResult.Deferred(reply.text()) : new RecipientResult.Rejected(reply.text());
	}

	/** No recipient was accepted. */
	SendOutcome noRecipient(Map<String, RecipientResult> results) {
		String reply = String.join(" | ", results.values().stream().map(RecipientResult::reply).distinct().limit(3).toList());
		boolean later = results.values().stream().anyMatch(RecipientResult.Deferred.class::isInstance);
		return later ? new SendOutcome.Deferred(deferred(reply), results)
				: new SendOutcome.Rejected(message("transport.recipients-rejected", reply), results);
	}

	/** The answer to the final dot. */
	SendOutcome afterBoundary(SmtpReply reply, Map<String, RecipientResult> results, Problem failure) {
		if (reply.isPositive()) {
			return new SendOutcome.Accepted(reply.text(), results);
		}
		if (reply.isAboutAuthentication()) {
			return new SendOutcome.Declined(signedOut(reply));
		}
		if (reply.isTransient() || reply.isPermanent()) {
			List<String> accepted = results.entrySet().stream().filter(entry -> entry.getValue() instanceof RecipientResult.Accepted)
					.map(Map.Entry::getKey).toList();
			SendOutcome all = refused(reply, accepted);
			Map<String, RecipientResult> merged = new LinkedHashMap<>(results);
			accepted.forEach(recipient -> merged.put(recipient, recipient(reply)));
			return all instanceof SendOutcome.Deferred(Problem problem, var none) ? new SendOutcome.Deferred(problem, merged)
					: new SendOutcome.Rejected(rejected(reply), merged);
		}
		// Whoever cancelled has to know about the doubt: a cancellation would not be shown.
		ProblemKind kind = failure.kind() == ProblemKind.CANCELLED ? ProblemKind.NETWORK : failure.kind();
		return new SendOutcome.InDoubt(problems.of("transport.in-doubt", kind, Fixer.USER, Remedy.DECIDE_OUTCOME)
				.detail("reply", reply.text()).detail("cause", failure.id()));
	}

	/** The sign-in has expired on an open connection: neither mail nor recipients are to blame. */
	private Problem signedOut(SmtpReply reply) {
		Problem signedOut = problems.of("transport.signed-out", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN);
		return problems.explained(signedOut.detail("reply", reply.text()), reply.text());
	}

	private SendOutcome refused(SmtpReply reply, List<String> recipients) {
		Map<String, RecipientResult> results = new LinkedHashMap<>();
		boolean later = reply.isTransient();
		recipients.forEach(recipient -> results.put(recipient,
				later ? new RecipientResult.Deferred(reply.text()) : new RecipientResult.Rejected(reply.text())));
		return later ? new SendOutcome.Deferred(deferred(reply.text()), results) : new SendOutcome.Rejected(rejected(reply), results);
	}

	private Problem deferred(String reply) {
		return problems.explained(problems.of("transport.deferred", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).detail("reply", reply), reply);
	}

	/** The kind is the same for all; only the text differs. */
	private Problem rejected(SmtpReply reply) {
		boolean size = reply.code() == SIZE_EXCEEDED || reply.text().contains("5.3.4");
		return message(size ? "transport.too-large" : "transport.rejected", reply.text());
	}

	private Problem message(String id, String reply) {
		return problems.explained(problems.of(id, ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE).detail("reply", reply)
				.detail("sender", sender).detail("user", problems.user()), reply);
	}
}

package org.postkontor.transport.internal.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

	SmtpOutcomes(EndpointProblems problems) {
		this.problems = problems;
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
			return new SendOutcome.NotSent(problems
					.of("transport.signed-out", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN).detail("reply", reply.text()));
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
				: new SendOutcome.Rejected(
						problems.of("transport.recipients-rejected", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE).detail("reply", reply),
						results);
	}

	/** The answer to the final dot. */
	SendOutcome afterBoundary(SmtpReply reply, Map<String, RecipientResult> results, Problem failure) {
		if (reply.isPositive()) {
			return new SendOutcome.Accepted(reply.text(), results);
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

	private SendOutcome refused(SmtpReply reply, List<String> recipients) {
		Map<String, RecipientResult> results = new LinkedHashMap<>();
		boolean later = reply.isTransient();
		recipients.forEach(recipient -> results.put(recipient,
				later ? new RecipientResult.Deferred(reply.text()) : new RecipientResult.Rejected(reply.text())));
		return later ? new SendOutcome.Deferred(deferred(reply.text()), results) : new SendOutcome.Rejected(rejected(reply), results);
	}

	private Problem deferred(String reply) {
		return problems.of("transport.deferred", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).detail("reply", reply);
	}

	/** The kind is the same for all; only the text differs. */
	private Problem rejected(SmtpReply reply) {
		String text = reply.text().toLowerCase(Locale.ROOT);
		if (reply.code() == SIZE_EXCEEDED || text.contains("5.3.4")) {
			return message("transport.too-large", Fixer.USER, reply);
		}
		boolean sender = text.contains("sendasdenied") || text.contains("5.7.60") || text.contains("5.2.252");
		return sender ? message("transport.send-as-denied", Fixer.OFFICE_IT, reply) : message("transport.rejected", Fixer.USER, reply);
	}

	private Problem message(String id, Fixer fixer, SmtpReply reply) {
		return problems.of(id, ProblemKind.MESSAGE, fixer, Remedy.EDIT_MESSAGE).detail("reply", reply.text());
	}
}

package org.postkontor.transport.internal.pop3;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.ReceiveConnection.Boundary;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.postkontor.transport.ServerText;
import org.postkontor.transport.internal.EndpointProblems;

/**
 * Marks mails and ends the session, which is when a server deletes them (RFC 1939, 5 and 6).
 *
 * @param limit for QUIT: the server works now, it is not only a farewell
 */
record Pop3Deletion(Pop3Dialogue dialogue, EndpointProblems problems, Duration limit) {
	/**
	 * @param mails by number
	 * @throws ProblemException the server refuses some; the others it was asked to delete all the same
	 */
	void run(Map<Integer, RemoteMail> mails, Boundary boundary) throws IOException, ProblemException {
		Optional<String> refusal = Optional.empty();
		List<RemoteMail> marked = new ArrayList<>();
		for (Map.Entry<Integer, RemoteMail> mail : mails.entrySet()) {
			Optional<String> refused = refusal(dialogue.command("DELE " + mail.getKey()));
			if (refused.isEmpty()) {
				marked.add(mail.getValue());
			} else {
				refusal = refused;
			}
		}
		if (!marked.isEmpty()) {
			boundary.reached(List.copyOf(marked));
		}
		Optional<String> atTheEnd = refusal(dialogue.command("QUIT", limit));
		Optional<String> reply = atTheEnd.isPresent() ? atTheEnd : refusal;
		if (reply.isPresent()) {
			throw new ProblemException(problems.of("transport.not-deleted", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.RETRY).detail("reply",
					ServerText.clean(reply.get())));
		}
	}

	/** @throws ProblemException what is said is no answer of POP3, so nobody knows what the server does at the end */
	private Optional<String> refusal(Pop3Reply reply) throws ProblemException {
		return switch (reply.status()) {
		case OK -> Optional.empty();
		case ERROR -> Optional.of(reply.text());
		default -> throw new ProblemException(problems.odd(reply.text()));
		};
	}
}

package org.postkontor.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.postkontor.problem.Problem;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * One try to hand a mail over to a server.
 *
 * @param started    when the connection stood and the mail was begun
 * @param handedOver when all but the final dot was written: from here on the server may have the mail
 * @param ended      when it was known how it went; empty while it runs
 * @param peer       server, TLS and mechanism; empty for mails of the first release
 * @param state      of the mail afterwards
 * @param reply      the final answer, or the one that ended the attempt; its text is empty if there was none
 * @param recipients what the server said to each recipient of this attempt, as far as it is known
 * @param problem    why it did not succeed; for an accepted mail, who was refused
 */
public record Attempt(Instant started, Optional<Instant> handedOver, Optional<Instant> ended, Optional<Peer> peer, Outcome outcome, MailState state,
		ServerReply reply, Map<String, RecipientResult> recipients, Optional<Problem> problem) {
	public Attempt {
		recipients = Map.copyOf(recipients);
	}

	/** How an attempt ended. */
	public enum Outcome {
		/** Still running, or nobody wrote down how it ended. */
		OPEN,
		/** The server took the mail. */
		ACCEPTED,
		/** The server took or refused it for some recipients; others are open. */
		PARTLY,
		/** Refused for now. */
		DEFERRED,
		/** Refused for good. */
		REJECTED,
		/** Certainly not sent: connection, sign-in or server were the reason, or the mail does not fit the server. */
		NOT_SENT,
		/** Stopped by the user, a deadline or the end of the program before it was handed over. */
		STOPPED,
		/** The answer was lost after the mail was handed over. */
		IN_DOUBT
	}
}

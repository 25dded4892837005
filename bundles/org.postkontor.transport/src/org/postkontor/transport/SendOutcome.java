package org.postkontor.transport;

import java.util.Map;

import org.postkontor.problem.Problem;

/** How sending one mail ended. Exactly one of these; nothing is derived from exception texts. */
public sealed interface SendOutcome {
	/**
	 * The server took the mail for the recipients that are {@link RecipientResult.Accepted}; the others were refused before.
	 *
	 * @param reply the server's final answer, decoded, with its queue id
	 */
	record Accepted(String reply, Map<String, RecipientResult> recipients) implements SendOutcome {
		public Accepted {
			recipients = Map.copyOf(recipients);
		}
	}

	/** The server refused the mail for good (5yz), for all recipients; nothing was accepted. */
	record Rejected(Problem problem, Map<String, RecipientResult> recipients) implements SendOutcome {
		public Rejected {
			recipients = Map.copyOf(recipients);
		}
	}

	/** Refused for now (4yz): try this mail again later; nothing was accepted. */
	record Deferred(Problem problem, Map<String, RecipientResult> recipients) implements SendOutcome {
		public Deferred {
			recipients = Map.copyOf(recipients);
		}
	}

	/** It failed before the boundary: certainly not sent. The problem's kind says whether lane or mail is concerned. */
	record NotSent(Problem problem) implements SendOutcome {
	}

	/**
	 * The server answered that it did not take the mail, for a reason that concerns account or server and not the mail.
	 * Certainly not sent, also after the boundary: protocols that see the credential only together with the mail say so here.
	 * The problem's kind says what the lane has to do.
	 */
	record Declined(Problem problem) implements SendOutcome {
	}

	/** It failed after the boundary and before an answer: nobody can know. Never sent again without a decision. */
	record InDoubt(Problem problem) implements SendOutcome {
	}

	/** What the server said to one recipient. */
	sealed interface RecipientResult {
		String reply();

		record Accepted(String reply) implements RecipientResult {
		}

		record Deferred(String reply) implements RecipientResult {
		}

		record Rejected(String reply) implements RecipientResult {
		}
	}
}

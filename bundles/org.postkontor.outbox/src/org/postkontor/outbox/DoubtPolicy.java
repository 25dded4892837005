package org.postkontor.outbox;

/**
 * What happens to a mail in doubt that was not found in Sent, where nobody is there to be asked. Kept per account; its use
 * is recorded in the mail's log. Names are stored: never rename one.
 */
public enum DoubtPolicy {
	/** It waits for a person. The default. */
	ASK,
	/** It counts as sent: it may be lost, it is never doubled. */
	MARK_SENT,
	/** It goes out again (the choice of RFC 5321, 3.8): it may be doubled, it is never lost. */
	SEND_AGAIN
}

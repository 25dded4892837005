package org.postkontor.outbox;

/** Where a mail stands. Names are stored: never rename one. */
public enum MailState {
	/** Accepted, waits for the time its author chose. */
	SCHEDULED,
	/** Accepted a moment ago, waits a little so that its author can take it back. */
	DELAYED,
	/** Accepted, waits for its lane or its next attempt. */
	QUEUED,
	/** An attempt is running, nothing can have been accepted yet. */
	SENDING,
	/** The server may have it: everything but the final dot was written. */
	BOUNDARY,
	/** The attempt broke after the boundary; found in Sent means sent, else a person decides. */
	IN_DOUBT,
	/** Accepted by the server. */
	SENT,
	/** Sent, and the copy is in the Sent folder, or it is certain that there will be none. */
	FILED,
	/** Stopped by the user, by policy, or by its own problem. */
	HELD,
	/** Refused by the server for good. */
	REJECTED,
	/** Removed by the user before it was sent; can be restored for some minutes. */
	CANCELLED;

	/** True if the mail goes out by itself when its time comes and its lane runs. */
	public boolean isWaiting() {
		return this == SCHEDULED || this == DELAYED || this == QUEUED;
	}

	/** True if nothing more will happen to the mail by itself or by a user's decision to send. */
	public boolean isFinal() {
		return this == FILED || this == CANCELLED;
	}
}

package org.postkontor.outbox.internal;

/** What happens to a mail. Names are written to the log: never rename one. */
public enum MailEvent {
	/** The mail is in the spool and in the table. */
	SUBMITTED,
	/** Its time has come. */
	DUE,
	/** Its deadline has passed. */
	MISSED,
	/** An attempt begins. */
	ATTEMPT,
	/** All but the final dot is written. */
	BOUNDARY,
	/** The server took it for the last recipients that were open. */
	ACCEPTED,
	/** The server took it or refused it for some recipients; others are open. */
	PARTLY,
	/** Refused for now. */
	DEFERRED,
	/** Refused for now for so long that a person has to look at it. */
	EXPIRED,
	/** Refused for good. */
	REJECTED,
	/** Certainly not sent; account, server or network is the reason. */
	LANE_TROUBLE,
	/** Certainly not sent; the mail is the reason. */
	MAIL_TROUBLE,
	/** Broken after the boundary. */
	LOST_ANSWER,
	/** Found unfinished by the next drain. */
	RECOVERED,
	/** The spool file differs from what was accepted. */
	DAMAGED,
	/** Looked for in Sent, or the copy could not be filed: next look later. */
	CHECKED,
	/** The Sent folder could not be reached. */
	POSTPONED,
	/** Its Message-ID is in Sent. */
	FOUND,
	/** The copy is in Sent, or there is no such folder. */
	FILED,
	HOLD, RELEASE, SEND_NOW, REMOVE, RESTORE, MARK_SENT, SEND_AGAIN,
	/** Gets a time that is still to come. */
	SCHEDULE,
	/** Gets another deadline or priority. */
	RETIME,
	/** An edited version takes its place. */
	REPLACED
}

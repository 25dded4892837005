package org.postkontor.outbox;

/** Which of the mails that are due on a lane goes first. Names are stored: never rename one. */
public enum Priority {
	LOW, NORMAL, HIGH
}

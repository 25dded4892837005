package org.postkontor.testkit.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The mails of one mailbox, in the order of their UIDs. Thread-safe. */
public final class ImapMailbox {

	private final String name;
	private final String use;
	private final List<ImapMail> mails = new ArrayList<>();
	private long validity = 4711;
	private long next = 1;

	ImapMailbox(String name, String use) {
		this.name = name;
		this.use = use;
	}

	public String name() {
		return name;
	}

	/** Its special use, such as {@code \Sent}; empty if none. */
	public String use() {
		return use;
	}

	/** Stores a message with CRLF line ends, received at a fixed time, with no flags; answers its UID. */
	public long add(byte[] bytes) {
		return add(bytes, Set.of(), Instant.parse("2026-11-02T08:00:00Z"));
	}

	public synchronized long add(byte[] bytes, Set<String> flags, Instant received) {
		long uid = next++;
		mails.add(new ImapMail(uid, new TreeSet<>(flags), received, bytes));
		return uid;
	}

	public synchronized List<ImapMail> mails() {
		return List.copyOf(mails);
	}

	/** How many stored mails carry this Message-ID, with its brackets. */
	public int count(String messageId) {
		return (int) mails().stream().filter(mail -> mail.header("Message-ID").equals(messageId)).count();
	}

	/** Another client removed a mail. */
	public synchronized void remove(long uid) {
		mails.removeIf(mail -> mail.uid() == uid);
	}

	/** The server lost its memory: all UIDs are void (RFC 3501, 2.3.1.1), mails get new ones from 1. */
	public synchronized void changeValidity() {
		validity++;
		next = 1;
		List<ImapMail> old = List.copyOf(mails);
		mails.clear();
		old.forEach(mail -> add(mail.bytes(), mail.flags(), mail.received()));
	}

	public synchronized long uidValidity() {
		return validity;
	}

	public synchronized long uidNext() {
		return next;
	}

	/** Removes the mails flagged as deleted; answers their sequence numbers as EXPUNGE reports them. */
	synchronized List<Integer> expunge() {
		List<Integer> gone = new ArrayList<>();
		for (int i = 0; i < mails.size();) {
			if (mails.get(i).has("\\Deleted")) {
				mails.remove(i);
				gone.add(i + 1);
			} else {
				i++;
			}
		}
		return gone;
	}
}

package org.postkontor.reliability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came out of the kills so far. Thread-safe. */
public final class Tally {
	/** Fewer kills in one of the two dangerous places prove nothing about it. */
	static final int ENOUGH = 20;

	private final Map<Standing, Integer> kills = new EnumMap<>(Standing.class);
	private final List<String> lost = new ArrayList<>();
	private final List<String> doubled = new ArrayList<>();
	private final List<String> other = new ArrayList<>();
	private int accepted;
	private int delivered;
	private int doubts;
	private int together;

	/** @param onTheirWay mails between attempt and answer */
	synchronized void killed(Standing standing, int onTheirWay) {
		kills.merge(standing, 1, Integer::sum);
		together += onTheirWay > 1 ? 1 : 0;
	}

	synchronized void lost(List<String> mails) {
		lost.addAll(mails);
	}

	synchronized void doubled(List<String> mails) {
		doubled.addAll(mails);
	}

	/** Anything else that must not be, in words. */
	synchronized void wrong(List<String> findings) {
		other.addAll(findings);
	}

	synchronized void mails(int acceptedMails, int deliveredMails, int doubtfulMails) {
		accepted += acceptedMails;
		delivered += deliveredMails;
		doubts += doubtfulMails;
	}

	public synchronized int kills() {
		return kills.values().stream().mapToInt(Integer::intValue).sum();
	}

	synchronized int kills(Standing standing) {
		return kills.getOrDefault(standing, 0);
	}

	public synchronized int accepted() {
		return accepted;
	}

	synchronized int delivered() {
		return delivered;
	}

	synchronized int doubts() {
		return doubts;
	}

	/** Kills while two lines of the lane or more had a mail on its way. */
	synchronized int together() {
		return together;
	}

	public synchronized List<String> lost() {
		return List.copyOf(lost);
	}

	public synchronized List<String> doubled() {
		return List.copyOf(doubled);
	}

	public synchronized List<String> other() {
		return List.copyOf(other);
	}

	/** Kills close enough to the final dot to prove something: both sides of the 250, and two mails at once, often enough. */
	public synchronized boolean isEnough() {
		return kills(Standing.BOUNDARY) >= ENOUGH && kills(Standing.ANSWERED) >= ENOUGH && together >= ENOUGH;
	}

	public synchronized boolean isGood() {
		return lost.isEmpty() && doubled.isEmpty() && other.isEmpty();
	}
}

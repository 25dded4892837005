package org.postkontor.reliability.cut;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What came out, over all lines. Thread-safe. */
public final class CutTally {
	private final AtomicInteger runs = new AtomicInteger();
	private final AtomicInteger inDoubt = new AtomicInteger();
	private final List<String> lost = new CopyOnWriteArrayList<>();
	private final List<String> doubled = new CopyOnWriteArrayList<>();
	private final List<String> wrong = new CopyOnWriteArrayList<>();

	/** How often the line was cut. */
	public int runs() {
		return runs.get();
	}

	public int inDoubt() {
		return inDoubt.get();
	}

	/** Mails that are called sent, or nothing at all, and that the server never got. */
	public List<String> lost() {
		return lost;
	}

	/** Mails that the server took more than once. */
	public List<String> doubled() {
		return doubled;
	}

	/** A doubt where nothing is in doubt, or a mail that does not go out when the line is good again. */
	public List<String> wrong() {
		return wrong;
	}

	public boolean isGood() {
		return lost.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
	}

	void ran() {
		runs.incrementAndGet();
	}

	void doubted() {
		inDoubt.incrementAndGet();
	}
}

package org.postkontor.it.servers;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds a batch in its middle: a mail to {@code held@} waits for the server's answer about its recipient until somebody lets it pass. */
public final class HeldRecipients {
	/** Postfix itself gives up after 100 ({@code smtpd_policy_service_timeout}). */
	private static final int LIMIT_SECONDS = 90;
	private final Semaphore passes = new Semaphore(0);
	private final AtomicInteger arrived = new AtomicInteger();

	String decide() {
		arrived.incrementAndGet();
		try {
			return passes.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS) ? "DUNNO" : "451 4.7.1 Nobody let it pass";
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return "451 4.7.1 Interrupted";
		}
	}

	/** Lets so many more mails pass, those that wait and those to come. */
	public void pass(int mails) {
		passes.release(mails);
	}

	/** How many have come so far. */
	public int arrived() {
		return arrived.get();
	}
}

package org.postkontor.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * When sent mails leave the list of the outbox by themselves. Their transmission log stays for its own time. What is not sent
 * or not known to be sent, what was refused, also by some recipients only, and what could not be filed stays until somebody
 * removes it.
 *
 * @param afterFiling how long a mail stays whose copy is in Sent, counted from when it was filed; zero for not at all, empty
 *                    until it is removed
 * @param withoutCopy the same for a mail without such a copy: its bytes in the outbox are the only ones there are
 */
public record Tidying(Optional<Duration> afterFiling, Optional<Duration> withoutCopy) {
	/** Unless somebody decides otherwise. */
	public static final Tidying STANDARD = new Tidying(Optional.of(Duration.ofDays(7)), Optional.empty());
	/** Nothing leaves by itself. */
	public static final Tidying NEVER = new Tidying(Optional.empty(), Optional.empty());
	/** The longest time that can be chosen. */
	public static final Duration LONGEST = Duration.ofDays(36_500);
}

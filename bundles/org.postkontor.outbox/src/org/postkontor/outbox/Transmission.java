package org.postkontor.outbox;

import java.util.List;

/**
 * Everything that was written down about one mail, oldest first.
 *
 * @param mail     the mail as it stands, also when it has left the outbox
 * @param sha256   of its bytes, lower-case hex
 * @param attempts to hand it over
 * @param events   what else happened: decisions, the copy in Sent
 */
public record Transmission(OutboxEntry mail, String sha256, List<Attempt> attempts, List<LogEvent> events) {
	public Transmission {
		attempts = List.copyOf(attempts);
		events = List.copyOf(events);
	}
}

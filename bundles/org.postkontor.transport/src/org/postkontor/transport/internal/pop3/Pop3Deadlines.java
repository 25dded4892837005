package org.postkontor.transport.internal.pop3;

import java.time.Duration;

/**
 * How long each phase may take.
 *
 * @param connect  for TCP, the TLS handshake and the greeting together
 * @param command  for each command up to its first line, and for each line or piece of what follows
 * @param farewell for QUIT
 */
public record Pop3Deadlines(Duration connect, Duration command, Duration farewell) {
	public static final Pop3Deadlines STANDARD = new Pop3Deadlines(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(5));

	Duration longest() {
		return command.plusMinutes(1);
	}
}

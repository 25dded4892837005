package org.postkontor.transport.internal.imap;

import java.time.Duration;

/**
 * How long each phase may take.
 *
 * @param connect  for TCP, the TLS handshake and the greeting together
 * @param command  for commands that a server answers from memory, and for signing in
 * @param transfer for searching, and for each piece of a mail in either direction
 * @param farewell for LOGOUT
 */
public record ImapDeadlines(Duration connect, Duration command, Duration transfer, Duration farewell) {
	public static final ImapDeadlines STANDARD = new ImapDeadlines(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5),
			Duration.ofSeconds(5));
	/** RFC 2177: servers may end a connection that is silent for 30 minutes, so IDLE is to be sent again after 29 at the latest. */
	private static final Duration LONGEST_IDLE = Duration.ofMinutes(28);

	Duration of(String command) {
		return switch (command) {
		case "APPEND", "UID FETCH", "UID SEARCH" -> transfer;
		case "LOGOUT" -> farewell;
		default -> command.isEmpty() ? connect : this.command;
		};
	}

	/** How long one IDLE may last that somebody wants to last {@code wanted}. */
	Duration idle(Duration wanted) {
		return wanted.compareTo(LONGEST_IDLE) < 0 ? wanted : LONGEST_IDLE;
	}

	Duration longest() {
		Duration idle = LONGEST_IDLE.plus(command);
		return (transfer.compareTo(idle) < 0 ? idle : transfer).plusMinutes(1);
	}
}

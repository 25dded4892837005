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

	Duration of(String command) {
		return switch (command) {
		case "APPEND", "UID FETCH", "UID SEARCH" -> transfer;
		case "LOGOUT" -> farewell;
		default -> command.isEmpty() ? connect : this.command;
		};
	}

	Duration longest() {
		return transfer.plusMinutes(1);
	}
}

package org.postkontor.transport.internal.smtp;

import java.time.Duration;

/**
 * How long each phase may take (RFC 5321, 4.5.3.2, whose minimums hold for the phases in which a server has work to do).
 *
 * @param connect   for TCP and the TLS handshake together
 * @param command   for the greeting, EHLO, STARTTLS, AUTH, RSET: a person waits for these, and nothing is lost if they fail
 * @param mail      for MAIL
 * @param recipient for each RCPT
 * @param data      for DATA
 * @param block     for each piece of the mail
 * @param finalDot  for the answer to the final dot; a shorter one would produce duplicates
 * @param farewell  for QUIT and for reading a last word on a dying connection
 */
public record SmtpDeadlines(Duration connect, Duration command, Duration mail, Duration recipient, Duration data, Duration block,
		Duration finalDot, Duration farewell) {

	public static final SmtpDeadlines STANDARD = new SmtpDeadlines(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5),
			Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofSeconds(5));

	/** The limit for a command line and its answer. */
	Duration of(String line) {
		if (line.startsWith("MAIL ")) {
			return mail;
		}
		if (line.startsWith("RCPT ")) {
			return recipient;
		}
		return switch (line) {
		case "DATA" -> data;
		case "." -> finalDot;
		case "QUIT" -> farewell;
		default -> command;
		};
	}

	/** More than any single wait: the watchdog decides, not the socket. */
	Duration longest() {
		return finalDot.plusMinutes(1);
	}
}

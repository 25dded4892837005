package org.postkontor.transport.internal.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.net.GuardedSocket;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.internal.Watchdog;

/**
 * The library's SMTP connection, reduced to single commands: each has a deadline, its answer is kept, TLS is started only
 * by connecting, and the end of a mail's data is journaled before the final dot is written. The library never
 * authenticates, since it is never given a credential.
 */
final class JournalingSmtpTransport extends SMTPTransport {
	private static final String RESET = "RSET";

	private final Watchdog watchdog;
	private final SmtpDeadlines deadlines;
	private final GuardedSocket socket;
	private long heard;
	private SmtpReply last = SmtpReply.NONE;
	private String sent = "";
	private boolean understood;
	private boolean upgraded;
	private boolean injected;
	private boolean connecting;
	private boolean boundaryPassed;
	private @Nullable HandOver journal;

	/** @param socket that the library's socket factories report to */
	JournalingSmtpTransport(Session session, Watchdog watchdog, SmtpDeadlines deadlines, GuardedSocket socket) {
		super(session, null);
		this.socket = socket;
		this.watchdog = watchdog;
		this.deadlines = deadlines;
	}

	@Override
	protected synchronized boolean protocolConnect(@Nullable String host, int port, @Nullable String user, @Nullable String password)
			throws MessagingException {
		connecting = true;
		try {
			watchdog.phase(deadlines.connect());
			return super.protocolConnect(host, port, null, null);
		} finally {
			connecting = false;
		}
	}

	@Override
	protected boolean ehlo(@Nullable String domain) throws MessagingException {
		boolean extended = super.ehlo(domain);
		if (!extended && last.isGoodbye()) {
			// The library would try HELO on a connection that is being closed, and the server's words would be lost.
			throw new MessagingException("goodbye");
		}
		if (upgraded && !extended) {
			// The library would go on with what was advertised in plain text, before TLS.
			throw new MessagingException("no EHLO inside TLS");
		}
		understood |= extended;
		return extended;
	}

	@Override
	protected void helo(@Nullable String domain) throws MessagingException {
		super.helo(domain);
		understood = true;
	}

	/** Also called by the library when a server answers 530 to AUTH: then TLS is on already, and starting it is refused. */
	@Override
	protected void startTLS() throws MessagingException {
		if (isSSL()) {
			throw new MessagingException("TLS is on already");
		}
		super.startTLS();
		upgraded = true;
	}

	@Override
	protected void sendCommand(@Nullable String line) throws MessagingException {
		sent = line == null ? "" : line;
		forget();
		watchdog.phase(deadlines.of(sent));
		super.sendCommand(WireText.bytes(sent));
	}

	@Override
	protected int readServerResponse() throws MessagingException {
		if (sent.isEmpty()) {
			watchdog.phase(deadlines.command());
		}
		forget();
		int code = super.readServerResponse();
		if (connecting) {
			// TLS may come next, or the library closes the socket: both can take their time, too.
			watchdog.phase(deadlines.connect());
		} else {
			watchdog.rest();
		}
		if (!RESET.equals(sent)) {
			last = SmtpReply.of(WireText.read(getLastServerResponse()), code > 0);
		}
		if (!upgraded) {
			hear(getLastServerResponse());
		}
		return code;
	}

	/**
	 * A server is silent between its answer to STARTTLS and TLS. The library drops what is there all the same, but it comes
	 * from somebody who wants it to be taken for an answer inside TLS: such a connection is not used at all.
	 */
	private void hear(@Nullable String answer) throws MessagingException {
		String lines = answer == null ? "" : answer;
		heard += lines.length() + lines.lines().count(); // one character a byte; the library leaves out each CR
		if ("STARTTLS".equals(sent) && socket.bytesRead() > heard) {
			injected = true;
			throw new MessagingException("plain text behind the answer to STARTTLS");
		}
	}

	/** The library resets by itself after a refusal; the refusal is what counts. */
	private void forget() {
		if (!RESET.equals(sent)) {
			last = SmtpReply.NONE;
		}
	}

	@Override
	protected void finishData() throws IOException, MessagingException {
		HandOver handOver = journal;
		if (handOver == null) {
			throw new IOException("no journal");
		}
		watchdog.rest();
		handOver.boundary();
		boundaryPassed = true;
		super.finishData();
	}

	/** One command and its answer. */
	synchronized SmtpReply exchange(String line) throws MessagingException {
		simpleCommand(line);
		return last;
	}

	/** The same for an answer to a SASL challenge, which may be empty. */
	synchronized SmtpReply continueWith(byte[] line) throws MessagingException {
		return exchange(new String(line, StandardCharsets.US_ASCII));
	}

	/** Ends a transaction that came to nothing; whether the connection is good for another. */
	synchronized boolean reset() {
		try {
			return simpleCommand(RESET) == 250;
		} catch (MessagingException e) {
			return false;
		}
	}

	/** Sends DATA. The library has nothing to write until {@link #endData}: its own stream stays empty. */
	synchronized DotStuffing startData() throws MessagingException {
		boundaryPassed = false;
		data();
		try {
			return new DotStuffing(socket.secureOutput());
		} catch (IOException e) {
			throw new MessagingException("no output", e);
		}
	}

	/** Journals the boundary and sends the final dot; {@link #lastReply} has the answer, if one came. */
	synchronized void endData(HandOver handOver) throws IOException, MessagingException {
		journal = handOver;
		try {
			finishData();
		} finally {
			journal = null;
		}
	}

	/** What the server said without being asked, while the mail was written; for a connection that is broken anyway. */
	synchronized SmtpReply lastWords() {
		watchdog.phase(deadlines.farewell());
		try {
			sent = "QUIT";
			readServerResponse();
		} catch (MessagingException e) {
			return SmtpReply.NONE;
		} finally {
			watchdog.rest();
		}
		return last;
	}

	/** Whether the journal has recorded that the mail in hand may be accepted from now on. */
	boolean boundaryPassed() {
		return boundaryPassed;
	}

	/** The answer to the latest command but RSET. */
	SmtpReply lastReply() {
		return last;
	}

	/** Whether EHLO or HELO was answered as it should be. */
	boolean understood() {
		return understood;
	}

	/** Whether somebody put words between the answer to STARTTLS and TLS. */
	boolean injected() {
		return injected;
	}

	/** Whether STARTTLS was done. */
	boolean upgraded() {
		return upgraded;
	}
}

package org.postkontor.transport.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.function.LongSupplier;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.util.MailLogger;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.transport.internal.Watchdog;
import org.postkontor.transport.internal.imap.CappedBuffer.TooLarge;
import org.postkontor.transport.internal.sasl.SaslMechanism;

/**
 * The library's IMAP connection with a deadline for each command, capped responses, and an AUTHENTICATE of our own: the
 * library's one sends the token again on each challenge, loses the server's error, and falls back to LOGIN.
 */
final class GuardedImapProtocol extends IMAPProtocol {
	private static final int CAP_BEFORE_SIGN_IN = 1 << 16;
	/** More than one piece of a mail, and than the UIDs of a million mails. */
	private static final int CAP = 1 << 24;
	private static final int MOST_RESPONSES = 100_000;

	/** Null while the super constructor runs, which speaks already; the caller watches over that. */
	private @Nullable Watchdog watchdog;
	private @Nullable ImapDeadlines deadlines;
	private @Nullable LongSupplier received;
	private int cap;
	private int responses;
	private long heard;
	private boolean news;

	/** Words that no server says: between its answer to STARTTLS and TLS it is silent. */
	static final class Injected extends RuntimeException {
		private static final long serialVersionUID = 1L;
	}

	/** @param received bytes that have come from the server so far */
	GuardedImapProtocol(String host, int port, Properties settings, boolean implicitTls, Watchdog watchdog, ImapDeadlines deadlines,
			LongSupplier received) throws IOException, ProtocolException {
		super("imap", host, port, settings, implicitTls, new MailLogger(GuardedImapProtocol.class, "IMAP", false, null));
		this.watchdog = watchdog;
		this.deadlines = deadlines;
		this.received = received;
	}

	@Override
	protected @Nullable ByteArray getResponseBuffer() {
		return new CappedBuffer(cap == 0 ? CAP_BEFORE_SIGN_IN : cap);
	}

	@Override
	public Response readResponse() throws IOException, ProtocolException {
		responses++;
		if (responses > MOST_RESPONSES) {
			throw new TooLarge(responses);
		}
		try {
			Response response = super.readResponse();
			heard += response.toString().length() + 2; // one character a byte; the library leaves out the end of the line
			news |= response instanceof IMAPResponse untagged && untagged.keyEquals("EXISTS");
			return response;
		} catch (StackOverflowError nested) {
			// The library reads body structures, asked for or not, one parenthesis within the other.
			throw new TooLarge(cap);
		}
	}

	@Override
	public synchronized Response[] command(@Nullable String command, @Nullable Argument arguments) {
		responses = 0;
		Watchdog dog = watchdog;
		ImapDeadlines limits = deadlines;
		if (dog == null || limits == null || command == null) {
			return super.command(command, arguments);
		}
		String[] words = command.split(" ");
		dog.phase(limits.of("UID".equals(words[0]) && words.length > 1 ? words[0] + " " + words[1] : words[0]));
		try {
			Response[] all = super.command(command, arguments);
			LongSupplier bytes = received;
			if ("STARTTLS".equals(command) && bytes != null && bytes.getAsLong() > heard) {
				throw new Injected();
			}
			return all;
		} finally {
			dog.rest();
		}
	}

	/** One AUTHENTICATE (RFC 3501, 6.2.2; RFC 4959); the server's last word, whatever it is. */
	synchronized Response authenticate(SaslMechanism mechanism) throws IOException, ProtocolException {
		responses = 0;
		suspendTracing();
		try {
			Argument arguments = new Argument();
			arguments.writeAtom(mechanism.name());
			boolean initial = mechanism.clientFirst() && hasCapability("SASL-IR");
			if (initial) {
				arguments.writeAtom(encoded(mechanism, new byte[0]));
			}
			String tag = writeCommand("AUTHENTICATE", arguments);
			return dialogue(mechanism, tag);
		} finally {
			resumeTracing();
		}
	}

	private Response dialogue(SaslMechanism mechanism, String tag) throws IOException, ProtocolException {
		int challenges = 0;
		while (true) {
			Response response = readResponse();
			if (response.isContinuation() && challenges <= SaslMechanism.MOST_CHALLENGES) {
				challenges++;
				getOutputStream().write((encoded(mechanism, challenge(response)) + "\r\n").getBytes(StandardCharsets.US_ASCII));
				getOutputStream().flush();
			} else if (response.isContinuation() || response.isBYE() || response.isTagged() && tag.equals(response.getTag())) {
				return response;
			}
		}
	}

	private static String encoded(SaslMechanism mechanism, byte[] challenge) {
		return Base64.getEncoder().encodeToString(mechanism.answer(challenge));
	}

	private static byte[] challenge(Response response) {
		String text = response.getRest().strip();
		try {
			return Base64.getDecoder().decode(text);
		} catch (IllegalArgumentException e) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
	}

	/** Whether the server told of mails since {@link #newsKnown}; it may do so at any command (RFC 3501, 7.3.1). */
	boolean hasNews() {
		return news;
	}

	void newsKnown() {
		news = false;
	}

	/** Sends IDLE (RFC 2177) and returns its tag. The library's own one waits for ever if the server refuses. */
	synchronized String idle() throws IOException, ProtocolException {
		responses = 0;
		return writeCommand("IDLE", null);
	}

	/** The server has accepted us: larger responses are all right now, and its abilities may be others. */
	void signedIn() throws ProtocolException {
		cap = CAP;
		capability();
	}
}

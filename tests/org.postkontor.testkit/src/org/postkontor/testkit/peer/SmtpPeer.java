package org.postkontor.testkit.peer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A submission server that behaves (RFC 5321, 4954, 3207) until its plan of faults says otherwise. With {@code SMTPUTF8} among its
 * capabilities it takes mails that ask for it, and addresses that are not ASCII in these only (RFC 6531).
 * <p>
 * Events of the plan: {@code GREETING EHLO HELO STARTTLS AUTH MAIL RCPT DATA DOT ACCEPTED RSET NOOP QUIT}. {@code DOT}
 * comes after the final dot and before the mail is taken: a reply planned there (451, 554) means the mail was not
 * taken. {@code ACCEPTED} comes when it is taken and before the 250: a reset planned there is the case in doubt.
 * <p>
 * AUTH is needed as soon as an account is known. With an upgrade, AUTH is advertised only inside TLS; a plain peer
 * advertises it at once, to tempt a careless client. Thread-safe.
 */
public final class SmtpPeer implements AutoCloseable {

	private final ScriptedServer server;
	private final PeerAccounts accounts = new PeerAccounts();
	private final FaultPlan faults = new FaultPlan();
	private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
	private final Map<Integer, ReceivedMail> latest = new ConcurrentHashMap<>();
	private volatile SmtpSettings settings;

	public SmtpPeer(ServerTls tls) throws IOException {
		settings = SmtpSettings.standard(tls);
		server = new ScriptedServer(tls, conversation -> new SmtpSession(this, conversation).run());
	}

	/** Adds an account by password and by token; each may be null. */
	public SmtpPeer account(String user, String password, String token) {
		if (password != null) {
			accounts.password(user, password);
		}
		if (token != null) {
			accounts.token(user, token);
		}
		settings = settings.withAuthRequired(true);
		return this;
	}

	/** The extensions advertised outside TLS, instead of the standard ones; {@code STARTTLS} has to be among them. */
	public SmtpPeer capabilitiesBeforeTls(String... keywords) {
		settings = settings.withPlain(List.of(keywords));
		return this;
	}

	/** The extensions advertised inside TLS, such as {@code SIZE 1000} or {@code AUTH XOAUTH2}. */
	public SmtpPeer capabilities(String... keywords) {
		settings = settings.withSecure(List.of(keywords));
		return this;
	}

	/** Lines longer than this many octets get a 500, as RFC 4954 section 4 makes servers do with long AUTH lines. */
	public SmtpPeer longestLine(int octets) {
		settings = settings.withLongestLine(octets);
		return this;
	}

	/**
	 * Sends {@code reply} while the body still comes, after {@code bytes} of it, then hangs up or reads on to the
	 * dot and says nothing more. A negative number of bytes switches it off.
	 */
	public SmtpPeer rejectBodyAfter(int bytes, String reply, boolean hangUp) {
		settings = settings.withBodyLimit(new SmtpSettings.BodyLimit(bytes, reply, hangUp));
		return this;
	}

	public PeerAccounts accounts() {
		return accounts;
	}

	public FaultPlan faults() {
		return faults;
	}

	public ScriptedServer server() {
		return server;
	}

	public int port() {
		return server.port();
	}

	/** The mails taken so far, in order. */
	public List<ReceivedMail> mails() {
		return List.copyOf(mails);
	}

	/** How often a mail with this Message-ID (with brackets) was taken. */
	public int deliveries(String messageId) {
		return (int) mails.stream().filter(mail -> mail.messageId().equals(messageId)).count();
	}

	/** The Message-IDs that were taken more than once: must be empty in nearly every test. */
	public List<String> duplicates() {
		return mails.stream().collect(Collectors.groupingBy(ReceivedMail::messageId, Collectors.counting())).entrySet()
				.stream().filter(entry -> entry.getValue() > 1).map(entry -> entry.getKey()).toList();
	}

	/** Forgets the mails, so that a long benchmark does not keep them. */
	public void forgetMails() {
		mails.clear();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}

	SmtpSettings settings() {
		return settings;
	}

	void take(ReceivedMail mail, Conversation from) {
		mails.add(mail);
		latest.put(from.index(), mail);
	}

	/** The mail that this conversation brought last, others may have brought later ones. For a plan at {@code ACCEPTED}. */
	public ReceivedMail latest(Conversation conversation) {
		return Optional.ofNullable(latest.get(conversation.index())).orElseThrow();
	}
}

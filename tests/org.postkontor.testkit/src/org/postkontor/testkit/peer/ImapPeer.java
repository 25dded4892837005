package org.postkontor.testkit.peer;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * An IMAP4rev1 server (RFC 2177, 3501, 4315, 4959, 6154) with the mailboxes INBOX and Sent, shared by all its accounts.
 * <p>
 * Events of the plan: {@code GREETING}, the name of each command ({@code UID FETCH} counts as {@code FETCH}), and
 * {@code APPENDED}, which comes after a mail is stored and before its OK. In a planned reply, {@code TAG} stands for
 * the command's tag. Supported: CAPABILITY ID NOOP LOGOUT STARTTLS LOGIN AUTHENTICATE LIST LSUB STATUS SELECT EXAMINE
 * CREATE APPEND CHECK CLOSE EXPUNGE IDLE and (UID) SEARCH FETCH STORE. BODYSTRUCTURE calls every message one text part.
 * Thread-safe.
 */
public final class ImapPeer implements AutoCloseable {

	private static final List<String> STANDARD = List.of("IMAP4rev1", "UIDPLUS", "SPECIAL-USE", "LITERAL+", "SASL-IR", "IDLE",
			"AUTH=PLAIN", "AUTH=XOAUTH2", "AUTH=OAUTHBEARER");
	private static final List<String> BEFORE_TLS = List.of("IMAP4rev1", "STARTTLS", "LOGINDISABLED");

	private final ScriptedServer server;
	private final PeerAccounts accounts = new PeerAccounts();
	private final FaultPlan faults = new FaultPlan();
	private final Map<String, ImapMailbox> mailboxes = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
	private volatile String greeting = "* OK scripted IMAP ready";
	private volatile List<String> plain;
	private volatile List<String> secure = STANDARD;

	public ImapPeer(ServerTls tls) throws IOException {
		plain = tls instanceof ServerTls.Upgrade ? BEFORE_TLS : STANDARD;
		mailbox("INBOX", "");
		mailbox("Sent", "\\Sent");
		server = new ScriptedServer(tls, conversation -> new ImapSession(this, conversation).run());
	}

	/** Adds an account by password and by token; each may be null. */
	public ImapPeer account(String user, String password, String token) {
		if (password != null) {
			accounts.password(user, password);
		}
		if (token != null) {
			accounts.token(user, token);
		}
		return this;
	}

	/** The first line of every connection; one that starts with {@code * PREAUTH} signs everybody in. */
	public ImapPeer greeting(String line) {
		greeting = line;
		return this;
	}

	/** The capabilities outside TLS, instead of the standard ones. */
	public ImapPeer capabilitiesBeforeTls(String... names) {
		plain = List.of(names);
		return this;
	}

	/** The capabilities inside TLS. Without {@code SASL-IR} an initial response is refused. */
	public ImapPeer capabilities(String... names) {
		secure = List.of(names);
		return this;
	}

	/** The mailbox of that name, made if there is none; {@code use} is its attribute such as {@code \Sent}, or empty. */
	public ImapMailbox mailbox(String name, String use) {
		return mailboxes.computeIfAbsent(name, key -> new ImapMailbox(name, use));
	}

	public ImapMailbox inbox() {
		return mailbox("INBOX", "");
	}

	public ImapMailbox sent() {
		return mailbox("Sent", "\\Sent");
	}

	/** Takes a mailbox away, to play a server without a Sent folder. */
	public ImapPeer without(String name) {
		mailboxes.remove(name);
		return this;
	}

	/** A planned reaction: announces a literal of {@code bytes} bytes in answer to FETCH and never sends it. */
	public static Reaction hugeLiteral(long bytes) {
		return conversation -> {
			conversation.sendRaw(("* 1 FETCH (UID 1 BODY[] {" + bytes + "}\r\n").getBytes());
			conversation.silence();
			return true;
		};
	}

	/** A planned reaction: untagged lines until the client gives up or {@code count} are sent. */
	public static Reaction untaggedLines(int count) {
		return conversation -> {
			byte[] block = "* OK still here\r\n".repeat(100).getBytes();
			for (int i = 0; i < count; i += 100) {
				conversation.sendRaw(block);
			}
			return false;
		};
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

	@Override
	public void close() throws IOException {
		server.close();
	}

	String greeting() {
		return greeting;
	}

	List<String> capabilities(boolean tls) {
		return tls ? secure : plain;
	}

	Collection<ImapMailbox> mailboxes() {
		return mailboxes.values();
	}

	Optional<ImapMailbox> find(String name) {
		return Optional.ofNullable(mailboxes.get(name));
	}
}

package org.postkontor.testkit.peer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A POP3 server (RFC 1939, 2449, 5034, 2595) with one maildrop for all its accounts.
 * <p>
 * Events of the plan: {@code GREETING} and the name of each command. XOAUTH2 is taken with the initial response on the
 * AUTH line or, after {@code +}, on a line of its own; a bad token is answered by {@code + <JSON>} unless
 * {@link PeerAccounts#noOauthError} is set. Thread-safe.
 */
public final class Pop3Peer implements AutoCloseable {

	private final ScriptedServer server;
	private final PeerAccounts accounts = new PeerAccounts();
	private final FaultPlan faults = new FaultPlan();
	private final List<PopMail> mails = new CopyOnWriteArrayList<>();
	private final boolean upgrade;
	private volatile List<String> capabilities = List.of("TOP", "UIDL", "USER", "RESP-CODES",
			"SASL PLAIN XOAUTH2 OAUTHBEARER");

	public Pop3Peer(ServerTls tls) throws IOException {
		upgrade = tls instanceof ServerTls.Upgrade;
		server = new ScriptedServer(tls, conversation -> new Pop3Session(this, conversation).run());
	}

	/** Adds an account by password and by token; each may be null. */
	public Pop3Peer account(String user, String password, String token) {
		if (password != null) {
			accounts.password(user, password);
		}
		if (token != null) {
			accounts.token(user, token);
		}
		return this;
	}

	/** Puts a message with CRLF line ends into the maildrop. */
	public Pop3Peer mail(String uidl, byte[] bytes) {
		mails.add(new PopMail(uidl, bytes));
		return this;
	}

	/** The answer to CAPA, without STLS, which follows from the TLS mode. */
	public Pop3Peer capabilities(String... lines) {
		capabilities = List.of(lines);
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

	/** The UIDLs that are still there. */
	public List<String> uidls() {
		return mails.stream().map(PopMail::uidl).toList();
	}

	/** Another client took a mail out of the maildrop. */
	public Pop3Peer remove(String uidl) {
		mails.removeIf(mail -> mail.uidl().equals(uidl));
		return this;
	}

	@Override
	public void close() throws IOException {
		server.close();
	}

	List<String> capabilities() {
		return capabilities;
	}

	boolean offersUpgrade(Conversation conversation) {
		return upgrade && !conversation.secure();
	}

	List<PopMail> mails() {
		return List.copyOf(mails);
	}

	void remove(List<PopMail> deleted) {
		mails.removeAll(deleted);
	}
}

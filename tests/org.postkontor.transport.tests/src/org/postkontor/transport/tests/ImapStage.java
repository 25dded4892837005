package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.imap.ImapDeadlines;

/** An IMAP server and our receiver in front of it. */
final class ImapStage implements AutoCloseable {
	final Net net = new Net();
	final ImapPeer peer;
	final TlsMode mode;

	private ImapStage(ServerTls tls, TlsMode mode) throws IOException {
		this.mode = mode;
		peer = new ImapPeer(tls).account(Net.USER, Net.PASSWORD, Net.TOKEN);
	}

	static ImapStage implicit() throws IOException {
		return new ImapStage(ServerTls.implicit(Net.LOCALHOST), TlsMode.IMPLICIT);
	}

	static ImapStage startTls() throws IOException {
		return new ImapStage(ServerTls.upgrade(Net.LOCALHOST), TlsMode.STARTTLS);
	}

	static ImapStage with(ServerTls tls, TlsMode mode) throws IOException {
		return new ImapStage(tls, mode);
	}

	MailReceiver receiver() {
		return new AngusImapReceiver(net.ground(), ImapDeadlines.STANDARD);
	}

	ReceiveConnection connect() throws ProblemException {
		return connect(Net.token());
	}

	ReceiveConnection connect(Credential credential) throws ProblemException {
		return connect(credential, peer.port());
	}

	ReceiveConnection connect(Credential credential, int port) throws ProblemException {
		return receiver().connect(Net.endpoint(Protocol.IMAP, port, mode), credential, null);
	}

	Problem refused(Credential credential) {
		return assertThrows(ProblemException.class, () -> connect(credential)).problem();
	}

	static byte[] fetch(ReceiveConnection connection, RemoteMail mail) throws ProblemException {
		ByteArrayOutputStream sink = new ByteArrayOutputStream();
		connection.fetch(mail, sink, null);
		return sink.toByteArray();
	}

	/** How often the client sent a command with this name, over all connections. */
	long said(String command) {
		return peer.server().transcripts().stream().flatMap(t -> t.fromClient().stream())
				.filter(line -> line.matches("(?i)\\S+ " + java.util.regex.Pattern.quote(command) + "\\b.*")).count();
	}

	@Override
	public void close() throws IOException {
		peer.close();
		net.close();
	}
}

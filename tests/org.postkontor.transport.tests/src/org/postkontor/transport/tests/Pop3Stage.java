package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.peer.Pop3Peer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.internal.pop3.Pop3Deadlines;
import org.postkontor.transport.internal.pop3.SocketPop3Receiver;

/** A POP3 server and our receiver in front of it. */
final class Pop3Stage implements AutoCloseable {
	final Net net = new Net();
	final Pop3Peer peer;
	final TlsMode mode;

	private Pop3Stage(ServerTls tls, TlsMode mode) throws IOException {
		this.mode = mode;
		peer = new Pop3Peer(tls).account(Net.USER, Net.PASSWORD, Net.TOKEN);
	}

	static Pop3Stage implicit() throws IOException {
		return new Pop3Stage(ServerTls.implicit(Net.LOCALHOST), TlsMode.IMPLICIT);
	}

	static Pop3Stage startTls() throws IOException {
		return new Pop3Stage(ServerTls.upgrade(Net.LOCALHOST), TlsMode.STARTTLS);
	}

	static Pop3Stage with(ServerTls tls, TlsMode mode) throws IOException {
		return new Pop3Stage(tls, mode);
	}

	MailReceiver receiver() {
		return new SocketPop3Receiver(net.ground(), Pop3Deadlines.STANDARD);
	}

	ReceiveConnection connect() throws ProblemException {
		return connect(Net.token());
	}

	ReceiveConnection connect(Credential credential) throws ProblemException {
		return receiver().connect(Net.endpoint(Protocol.POP3, peer.port(), mode), credential, null);
	}

	Problem refused(Credential credential) {
		return assertThrows(ProblemException.class, () -> connect(credential)).problem();
	}

	/** How often the client began a command with {@code start}, over all connections. */
	long said(String start) {
		return peer.server().transcripts().stream().flatMap(t -> t.fromClient().stream()).filter(line -> line.startsWith(start)).count();
	}

	@Override
	public void close() throws IOException {
		peer.close();
		net.close();
	}
}

package org.postkontor.transport.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.contract.MailReceiverContract;
import org.postkontor.testkit.peer.Pop3Peer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.internal.pop3.Pop3Deadlines;
import org.postkontor.transport.internal.pop3.SocketPop3Receiver;

class Pop3ReceiverContractTest extends MailReceiverContract {
	private final Net net = new Net();
	private final List<String> uidls = new ArrayList<>();
	private Pop3Peer peer;

	@BeforeEach
	void start() throws IOException {
		peer = new Pop3Peer(ServerTls.implicit(Net.LOCALHOST)).account(Net.USER, null, Net.TOKEN);
	}

	@AfterEach
	void stop() throws IOException {
		peer.close();
		net.close();
	}

	@Override
	protected MailReceiver receiver() {
		return new SocketPop3Receiver(net.ground(), Pop3Deadlines.STANDARD);
	}

	@Override
	protected Endpoint endpoint() {
		return Net.endpoint(Protocol.POP3, peer.port(), TlsMode.IMPLICIT);
	}

	@Override
	protected Credential credential() {
		return Net.token();
	}

	@Override
	protected Credential wrongCredential() {
		return Net.token(Net.BAD_TOKEN);
	}

	@Override
	protected String wrongSecret() {
		return Net.BAD_TOKEN;
	}

	@Override
	protected void deliver(byte[] mail) {
		String uidl = "uidl-" + (uidls.size() + 1);
		uidls.add(uidl);
		peer.mail(uidl, mail);
	}

	@Override
	protected void removeOldest() {
		peer.remove(uidls.remove(0));
	}

	@Override
	protected boolean isUntouched() {
		return peer.uidls().equals(uidls);
	}
}

package org.postkontor.transport.tests;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.contract.MailReceiverContract;
import org.postkontor.testkit.peer.ImapMailbox;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.imap.ImapDeadlines;

class ImapReceiverContractTest extends MailReceiverContract {
	private final Net net = new Net();
	private ImapPeer peer;
	private int delivered;

	@BeforeEach
	void start() throws IOException {
		peer = new ImapPeer(ServerTls.implicit(Net.LOCALHOST)).account(Net.USER, null, Net.TOKEN);
	}

	@AfterEach
	void stop() throws IOException {
		peer.close();
		net.close();
	}

	private ImapMailbox inbox() {
		return peer.inbox();
	}

	@Override
	protected MailReceiver receiver() {
		return new AngusImapReceiver(net.ground(), ImapDeadlines.STANDARD);
	}

	@Override
	protected Endpoint endpoint() {
		return Net.endpoint(Protocol.IMAP, peer.port(), TlsMode.IMPLICIT);
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
		inbox().add(mail);
		delivered++;
	}

	@Override
	protected void removeOldest() {
		inbox().remove(inbox().mails().get(0).uid());
		delivered--;
	}

	@Override
	protected boolean isUntouched() {
		return inbox().mails().size() == delivered && inbox().mails().stream().allMatch(mail -> mail.flags().isEmpty());
	}
}

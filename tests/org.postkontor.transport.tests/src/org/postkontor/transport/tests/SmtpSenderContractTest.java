package org.postkontor.transport.tests;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.contract.MailSenderContract;
import org.postkontor.testkit.peer.ReceivedMail;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.internal.smtp.AngusMailSender;
import org.postkontor.transport.internal.smtp.SmtpDeadlines;

class SmtpSenderContractTest extends MailSenderContract {
	private final Net net = new Net();
	private SmtpPeer peer;

	@BeforeEach
	void start() throws IOException {
		peer = new SmtpPeer(ServerTls.implicit(Net.LOCALHOST)).account(Net.USER, null, Net.TOKEN);
	}

	@AfterEach
	void stop() throws IOException {
		peer.close();
		net.close();
	}

	@Override
	protected MailSender sender() {
		return new AngusMailSender(net.ground(), SmtpDeadlines.STANDARD);
	}

	@Override
	protected Endpoint endpoint() {
		return Net.endpoint(Protocol.SMTP, peer.port(), TlsMode.IMPLICIT);
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
	protected List<byte[]> delivered() {
		return peer.mails().stream().map(ReceivedMail::bytes).toList();
	}

	@Override
	protected Set<String> lastRecipients() {
		return Set.copyOf(peer.mails().get(peer.mails().size() - 1).recipients());
	}

	@Override
	protected void serverWill(Mishap mishap) {
		switch (mishap) {
		case REJECT_MAIL -> peer.faults().next("DOT", Reaction.reply("554 5.7.1 not wanted"));
		case DEFER_MAIL -> peer.faults().next("DOT", Reaction.reply("451 4.3.0 later"));
		case HANG_UP_BEFORE_BOUNDARY -> peer.faults().next("RCPT", Reaction.reset());
		case LOSE_THE_ANSWER -> peer.faults().next("ACCEPTED", Reaction.reset());
		}
	}
}

package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.contract.Boundary;
import org.postkontor.contract.ContractMail;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.internal.smtp.AngusMailSender;
import org.postkontor.transport.internal.smtp.SmtpDeadlines;

/** A submission server and our sender in front of it. */
final class SmtpStage implements AutoCloseable {
	static final String BEN = "ben@example.test";
	static final String CARL = "carl@example.test";
	static final String DORA = "dora@example.test";

	final Net net = new Net();
	final SmtpPeer peer;
	final TlsMode mode;
	final Boundary boundary = new Boundary();

	private SmtpStage(ServerTls tls, TlsMode mode) throws IOException {
		this.mode = mode;
		peer = new SmtpPeer(tls).account(Net.USER, Net.PASSWORD, Net.TOKEN);
	}

	static SmtpStage implicit() throws IOException {
		return new SmtpStage(ServerTls.implicit(Net.LOCALHOST), TlsMode.IMPLICIT);
	}

	static SmtpStage startTls() throws IOException {
		return new SmtpStage(ServerTls.upgrade(Net.LOCALHOST), TlsMode.STARTTLS);
	}

	static SmtpStage with(ServerTls tls, TlsMode mode) throws IOException {
		return new SmtpStage(tls, mode);
	}

	MailSender sender() {
		return new AngusMailSender(net.ground(), SmtpDeadlines.STANDARD);
	}

	SendConnection connect() throws ProblemException {
		return connect(Net.token());
	}

	SendConnection connect(Credential credential) throws ProblemException {
		return sender().connect(Net.endpoint(Protocol.SMTP, peer.port(), mode), credential, null);
	}

	Problem refused(Credential credential) {
		return assertThrows(ProblemException.class, () -> connect(credential)).problem();
	}

	SendOutcome send(String... recipients) throws ProblemException {
		return send(ContractMail.mail("mail", recipients));
	}

	SendOutcome send(OutgoingMessage message) throws ProblemException {
		try (SendConnection connection = connect()) {
			return send(connection, message);
		}
	}

	SendOutcome send(SendConnection connection, OutgoingMessage message) {
		return connection.send(message, Set.copyOf(message.envelope().recipients()), boundary, null);
	}

	Problem notSent(SendOutcome outcome) {
		return assertInstanceOf(SendOutcome.NotSent.class, outcome).problem();
	}

	static byte[] mailOf(String body) {
		return ("Message-ID: <own@example.test>\r\nSubject: x\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
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

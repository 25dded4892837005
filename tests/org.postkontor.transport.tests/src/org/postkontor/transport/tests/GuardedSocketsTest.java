package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.problem.Explanations;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.Pop3Peer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.imap.ImapDeadlines;
import org.postkontor.transport.internal.pop3.Pop3Deadlines;
import org.postkontor.transport.internal.pop3.SocketPop3Receiver;
import org.postkontor.transport.internal.smtp.AngusMailSender;
import org.postkontor.transport.internal.smtp.SmtpDeadlines;

/**
 * Every protocol uses the guarded sockets and no others. Traps: nothing in the library sets TCP_NODELAY, which costs 44 ms a
 * mail (craft B.3.13, C.3); for implicit TLS it makes the TCP socket itself unless it is kept from it.
 */
class GuardedSocketsTest {
	static Stream<Arguments> all() {
		return Stream.of(Protocol.values()).filter(protocol -> !protocol.isHttp()).flatMap(protocol -> Stream.of(TlsMode.values()).map(mode -> Arguments.of(protocol, mode)));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("all")
	void everySocketIsOursAndWithoutDelay(Protocol protocol, TlsMode mode) throws Exception {
		ServerTls tls = mode == TlsMode.IMPLICIT ? ServerTls.implicit(Net.LOCALHOST) : ServerTls.upgrade(Net.LOCALHOST);
		try (Net net = new Net();
				SmtpPeer smtp = new SmtpPeer(tls).account(Net.USER, null, Net.TOKEN);
				ImapPeer imap = new ImapPeer(tls).account(Net.USER, null, Net.TOKEN);
				Pop3Peer pop3 = new Pop3Peer(tls).account(Net.USER, null, Net.TOKEN)) {
			RecordingSockets sockets = new RecordingSockets(net.ground().factories());
			Ground ground = new Ground(sockets, net.timer, net.ground().names(), Explanations.NONE);
			int port = protocol == Protocol.SMTP ? smtp.port() : protocol == Protocol.IMAP ? imap.port() : pop3.port();
			Endpoint endpoint = Net.endpoint(protocol, port, mode);
			try (AutoCloseable connection = switch (protocol) {
			case SMTP -> new AngusMailSender(ground, SmtpDeadlines.STANDARD).connect(endpoint, Net.token(), null);
			case IMAP -> new AngusImapReceiver(ground, ImapDeadlines.STANDARD).connect(endpoint, Net.token(), null);
			case POP3 -> new SocketPop3Receiver(ground, Pop3Deadlines.STANDARD).connect(endpoint, Net.token(), null);
			default -> throw new IllegalArgumentException(protocol + " has no sockets of its own");
			}) {
				assertFalse(sockets.made.isEmpty());
				for (Socket socket : sockets.made) {
					assertTrue(socket.getTcpNoDelay());
					assertTrue(socket.getClass().getName().startsWith("org.postkontor.net."), socket.getClass().getName());
				}
				assertEquals(1, smtp.server().connections() + imap.server().connections() + pop3.server().connections());
			}
		}
	}
}

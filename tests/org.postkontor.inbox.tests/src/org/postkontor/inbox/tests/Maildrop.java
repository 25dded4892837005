package org.postkontor.inbox.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.inbox.internal.SqliteInbox;
import org.postkontor.message.internal.TolerantMessageReader;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Explanations;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.Pop3Peer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.internal.pop3.SocketPop3Receiver;

/** A scripted POP3 server, an account of Anna at it, and inboxes over the real transport. */
final class Maildrop implements AutoCloseable {
	static final AccountId ANNA = new AccountId("anna");
	private static final TestAuthority AUTHORITY = TestAuthority.create();
	private static final ServerIdentity LOCALHOST = AUTHORITY.server("localhost");

	final FakeClock clock = new FakeClock();
	final Pop3Peer peer;
	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	private final FakeAccounts accounts = new FakeAccounts();
	private final SocketPop3Receiver receiver;
	private final List<SqliteInbox> opened = new ArrayList<>();

	Maildrop() throws IOException {
		peer = new Pop3Peer(ServerTls.implicit(LOCALHOST)).account("anna", null, "token1").account("ben", null, "token1");
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		InetNameLookup names = new InetNameLookup();
		receiver = new SocketPop3Receiver(new NodelaySocketFactories(policy, names), timer, names, Explanations.NONE);
	}

	/** What Anna's account says from now on. */
	void account(LeaveOnServer leaveOnServer) {
		account("anna", leaveOnServer);
	}

	/** Anna's account uses the mailbox of that user from now on. */
	void account(String user, LeaveOnServer leaveOnServer) {
		accounts.save(FakeAccounts.account("anna").with(List.of(
				new Endpoint(Protocol.POP3, "localhost", peer.port(), TlsMode.IMPLICIT, AuthBinding.of("test", user, Map.of()), leaveOnServer))));
	}

	SqliteInbox inbox(Path home) {
		return inbox(home, new PrivateFiles());
	}

	SqliteInbox inbox(Path home, PrivateFiles disk) {
		SqliteInbox inbox = new SqliteInbox(new Home(home, true), accounts, new FakeBroker(), List.of(receiver), new TolerantMessageReader(), clock, disk);
		opened.add(inbox);
		return inbox;
	}

	void deliver(String... names) {
		for (String name : names) {
			peer.mail(name, mail(name));
		}
	}

	static byte[] mail(String name) {
		return ("Message-ID: <" + name + "@example.test>\r\nFrom: b@example.test\r\nSubject: " + name + "\r\n\r\nbody\r\n").getBytes(StandardCharsets.US_ASCII);
	}

	/** How often the server was told something. */
	long said(String start) {
		return peer.server().transcripts().stream().flatMap(t -> t.fromClient().stream()).filter(line -> line.startsWith(start)).count();
	}

	@Override
	public void close() throws IOException {
		opened.forEach(SqliteInbox::close);
		peer.close();
		timer.close();
	}
}

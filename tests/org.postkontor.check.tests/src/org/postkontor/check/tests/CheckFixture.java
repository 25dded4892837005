package org.postkontor.check.tests;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.AccountCheck.Options;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep;
import org.postkontor.check.internal.SteppedAccountCheck;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.transport.MailSender;

/** An account at two real TLS servers, with everything behind the sign-in faked; time-outs of waits expire at once. */
final class CheckFixture implements AutoCloseable {
	static final TestAuthority AUTHORITY = TestAuthority.create();

	final FakeBroker broker = new FakeBroker();
	final FakeMail mail = new FakeMail();
	final List<CheckStep> seen = new ArrayList<>();
	/** The sizes that listeners were told. */
	final List<String> learned = new ArrayList<>();
	final ImapPeer imap;
	final SmtpPeer smtp;
	DeadlineTimer timer = (delay, action) -> {
		action.run();
		return () -> {
		};
	};

	CheckFixture() throws IOException {
		this(AUTHORITY.server("localhost"));
	}

	CheckFixture(ServerIdentity imapIdentity) throws IOException {
		imap = new ImapPeer(ServerTls.implicit(imapIdentity));
		smtp = new SmtpPeer(ServerTls.upgrade(AUTHORITY.server("localhost")));
	}

	Endpoint imapEndpoint() {
		return new Endpoint(Protocol.IMAP, "localhost", imap.port(), TlsMode.IMPLICIT, binding());
	}

	Endpoint smtpEndpoint() {
		return new Endpoint(Protocol.SMTP, "localhost", smtp.port(), TlsMode.STARTTLS, binding());
	}

	static AuthBinding binding() {
		return AuthBinding.of("oauth", "anna@example.test", Map.of()).signedIn("s");
	}

	static Account account(Endpoint... endpoints) {
		try {
			return new Account(new AccountId("a-1"), "Anna", MailAddress.parse("anna@example.test"), "", Scope.EMPLOYEE, List.of(endpoints));
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	AccountCheck check() {
		return check(mail.sender());
	}

	AccountCheck check(MailSender sender) {
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		InetNameLookup names = new InetNameLookup();
		return new SteppedAccountCheck(broker, List.of(sender), List.of(mail.receiver()),
				List.of((account, endpoint, bytes) -> learned.add(account.value() + " " + endpoint.host() + " " + bytes)), names,
				new NodelaySocketFactories(policy, names), mail.composer(), timer, Clock.systemUTC());
	}

	CheckReport run(boolean testMail) {
		return run(account(imapEndpoint(), smtpEndpoint()), testMail, null);
	}

	CheckReport run(Account account, boolean testMail, IProgressMonitor monitor) {
		return check().run(account, new Options(testMail), seen::add, monitor);
	}

	/** All steps of a report, depth first. */
	static Stream<CheckStep> all(CheckReport report) {
		return report.steps().stream().flatMap(s -> Stream.concat(Stream.of(s), s.children().stream()));
	}

	static CheckStep step(CheckReport report, String id) {
		return all(report).filter(s -> s.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError(id + " is missing in " + report));
	}

	static String results(CheckReport report, String top) {
		return String.join(" ", step(report, top).children().stream().map(s -> s.id().substring(top.length() + 1) + "=" + s.result()).toList());
	}

	@Override
	public void close() throws IOException {
		imap.close();
		smtp.close();
	}
}

package org.postkontor.auth.oauth.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.SignInBroker;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.CheckReport;
import org.postkontor.check.internal.SteppedAccountCheck;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.message.FrozenContent;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.testkit.peer.Transcript;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.imap.ImapDeadlines;
import org.postkontor.transport.internal.smtp.AngusMailSender;
import org.postkontor.transport.internal.smtp.SmtpDeadlines;

/** Two mail servers that take tokens by OAUTHBEARER only, and the account test with the real transports in front of them. */
final class MailOffice implements AutoCloseable {
	final ImapPeer imap = new ImapPeer(ServerTls.implicit(OidcWorld.AUTHORITY.server("localhost")));
	final SmtpPeer smtp = new SmtpPeer(ServerTls.upgrade(OidcWorld.AUTHORITY.server("localhost")));
	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();

	MailOffice() throws IOException {
		imap.capabilities("IMAP4rev1", "SASL-IR", "AUTH=OAUTHBEARER");
		smtp.capabilities("SIZE 1000000", "AUTH OAUTHBEARER");
	}

	Account account(AuthBinding binding) throws ProblemException {
		return new Account(AccountId.create(), "Anna", MailAddress.parse(OidcWorld.ANNA), "", Scope.EMPLOYEE,
				List.of(new Endpoint(Protocol.IMAP, "localhost", imap.port(), TlsMode.IMPLICIT, binding),
						new Endpoint(Protocol.SMTP, "localhost", smtp.port(), TlsMode.STARTTLS, binding)));
	}

	CheckReport check(SignInBroker broker, Account account) {
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(OidcWorld.AUTHORITY.certificate())));
		InetNameLookup names = new InetNameLookup();
		NodelaySocketFactories sockets = new NodelaySocketFactories(policy, names);
		Ground ground = new Ground(sockets, timer, names, OidcWorld.EXPLANATIONS);
		AccountCheck check = new SteppedAccountCheck(broker, List.of(new AngusMailSender(ground, SmtpDeadlines.STANDARD)),
				List.of(new AngusImapReceiver(ground, ImapDeadlines.STANDARD)), List.of(), names, sockets, new NoMails(), timer, java.time.Clock.systemUTC());
		return check.run(account, new AccountCheck.Options(false), step -> {
		}, null);
	}

	/** All that clients said to a server, over all connections. */
	static String said(List<Transcript> transcripts) {
		return transcripts.toString();
	}

	private record NoMails() implements MessageComposer {
		@Override
		public OutgoingMessage freeze(Draft draft, Path target, IProgressMonitor monitor) {
			throw new AssertionError("no test mail");
		}

		@Override
		public OutgoingMessage freeze(FrozenContent message, Envelope envelope, Path target, IProgressMonitor monitor) {
			throw new AssertionError("no test mail");
		}
	}

	@Override
	public void close() throws IOException {
		imap.close();
		smtp.close();
		timer.close();
	}
}

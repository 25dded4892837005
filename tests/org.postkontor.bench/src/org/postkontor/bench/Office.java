package org.postkontor.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Explanations;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.imap.ImapDeadlines;
import org.postkontor.transport.internal.smtp.AngusMailSender;
import org.postkontor.transport.internal.smtp.SmtpDeadlines;

/** The product's transports, wired as Declarative Services would wire them, for one user of one office. */
final class Office implements AutoCloseable {
	static final String USER = "anna@example.test";
	/** Opens nothing but the servers of this process. */
	static final String PASSWORD = "benchmark";

	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	private final Ground ground;

	Office(OfficeTrust trust) {
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(trust);
		InetNameLookup names = new InetNameLookup();
		ground = new Ground(new NodelaySocketFactories(policy, names), timer, names, Explanations.NONE);
	}

	static List<String> recipients(int count) {
		return IntStream.range(0, count).mapToObj(i -> "ben" + i + "@example.test").toList();
	}

	MailSender sender() {
		return new AngusMailSender(ground, SmtpDeadlines.STANDARD);
	}

	MailReceiver receiver() {
		return new AngusImapReceiver(ground, ImapDeadlines.STANDARD);
	}

	static Endpoint endpoint(Protocol protocol, int port) {
		return new Endpoint(protocol, "localhost", port, TlsMode.IMPLICIT, AuthBinding.of("password", USER, Map.of()));
	}

	static List<Endpoint> smtp(int port) {
		return List.of(endpoint(Protocol.SMTP, port));
	}

	static Credential credential() {
		return new Credential.Password(USER, Secret.of(PASSWORD));
	}

	@Override
	public void close() {
		timer.close();
	}
}

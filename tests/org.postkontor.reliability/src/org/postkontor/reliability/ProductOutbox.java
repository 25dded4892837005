package org.postkontor.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.message.Draft;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.Surroundings;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.PrivateFiles;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.smtp.AngusMailSender;

/** The product's outbox over its real transports, wired as Declarative Services would wire it, for one account. */
final class ProductOutbox implements AutoCloseable {
	static final AccountId ANNA = new AccountId("anna");
	/** What {@link FakeBroker} hands out. */
	static final String TOKEN = "token1";

	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	private final DurableOutbox outbox;

	/** @param trust the authority of the servers on this machine */
	ProductOutbox(Path home, OfficeTrust trust, int smtp, int imap, Clock clock) throws java.io.IOException {
		Files.createDirectories(home);
		FakeAccounts accounts = new FakeAccounts();
		accounts.save(FakeAccounts.account(ANNA.value()).with(List.of(endpoint(Protocol.SMTP, smtp), endpoint(Protocol.IMAP, imap))));
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(trust);
		InetNameLookup names = new InetNameLookup();
		NodelaySocketFactories factories = new NodelaySocketFactories(policy, names);
		outbox = new DurableOutbox(new Home(home, true), new StreamingMessageComposer(clock),
				new Surroundings(accounts, new FakeBroker(), List.of(new AngusMailSender(factories, timer, names, Explanations.NONE)),
						List.of(new AngusImapReceiver(factories, timer, names, Explanations.NONE)), clock, new SecureRandom(), new PrivateFiles(),
						CrashPoint.NONE));
	}

	private static Endpoint endpoint(Protocol protocol, int port) {
		return new Endpoint(protocol, "localhost", port, TlsMode.IMPLICIT, AuthBinding.of("test", ANNA.value(), Map.of()));
	}

	Outbox outbox() {
		return outbox;
	}

	static Draft draft(String subject) {
		return new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), subject, "We confirm the appointment.", List.of());
	}

	OutboxId submit(String subject) throws ProblemException {
		return outbox.submit(ANNA, draft(subject), null);
	}

	void drain() throws ProblemException {
		outbox.drain(Optional.empty(), null);
	}

	@Override
	public void close() {
		outbox.close();
		timer.close();
	}
}

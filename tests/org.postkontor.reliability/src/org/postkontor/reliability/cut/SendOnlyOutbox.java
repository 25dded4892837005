package org.postkontor.reliability.cut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

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
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.Surroundings;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.PrivateFiles;
import org.postkontor.transport.internal.smtp.AngusMailSender;

/** The product's outbox over its real SMTP transport, for an account that receives nothing: a doubt stays a doubt. */
final class SendOnlyOutbox implements AutoCloseable {
	static final String USER = "anna";
	/** What {@link FakeBroker} hands out. */
	static final String TOKEN = "token1";
	private static final AccountId ANNA = new AccountId(USER);

	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	private final FakeAccounts accounts = new FakeAccounts();
	private final FakeBroker broker = new FakeBroker();
	private final AngusMailSender sender;
	private final Home home;
	private final Clock clock;
	private DurableOutbox outbox;

	SendOnlyOutbox(Path folder, OfficeTrust trust, int port, Clock clock) throws IOException {
		Files.createDirectories(folder);
		home = new Home(folder, true);
		this.clock = clock;
		Endpoint endpoint = new Endpoint(Protocol.SMTP, "localhost", port, TlsMode.IMPLICIT, AuthBinding.of("test", USER, Map.of()));
		accounts.save(FakeAccounts.account(USER).with(List.of(endpoint)));
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(trust);
		InetNameLookup names = new InetNameLookup();
		sender = new AngusMailSender(new NodelaySocketFactories(policy, names), timer, names, Explanations.NONE);
		outbox = open();
	}

	private DurableOutbox open() {
		return new DurableOutbox(home, new StreamingMessageComposer(clock),
				new Surroundings(accounts, broker, List.of(sender), List.of(), clock, new Random(), new PrivateFiles(), CrashPoint.NONE));
	}

	/** Ends as the product does, which says goodbye to the server, and starts again. */
	void restart() {
		outbox.close();
		outbox = open();
	}

	/** The next mail goes over a connection of its own. */
	void forgetConnection() {
		broker.signedInAgain(clock.instant());
	}

	/** Each subject has the same length. */
	OutboxId submit(int number) throws ProblemException {
		return outbox.submit(ANNA, new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), String.format("cut %06d", number),
				"We confirm.", List.of()), null);
	}

	Outbox.DrainSummary drain() throws ProblemException {
		return outbox.drain(Optional.empty(), null);
	}

	OutboxEntry entry(OutboxId id) throws ProblemException {
		return outbox.entry(id).orElseThrow();
	}

	@Override
	public void close() {
		outbox.close();
		timer.close();
	}
}

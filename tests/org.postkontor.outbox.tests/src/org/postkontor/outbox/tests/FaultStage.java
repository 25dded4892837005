package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.NameLookup;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.SocketFactories;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.MoreRows;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;
import org.postkontor.transport.internal.smtp.AngusMailSender;
import org.postkontor.transport.internal.smtp.SmtpDeadlines;

/**
 * The whole chain for one fault: outbox, real SMTP sender, TLS, scripted server. Every token is a canary, one clock owns all
 * time-outs and due times, and {@link #assertInvariants} says what holds after every fault.
 */
final class FaultStage implements AutoCloseable {
	static final TestAuthority AUTHORITY = TestAuthority.create();
	static final ServerIdentity LOCALHOST = AUTHORITY.server("localhost");
	static final Duration SOON = Duration.ofSeconds(20);
	private static final int TOKENS = 8;

	final SmtpPeer smtp;
	final Rig rig;
	final FakeClock clock;
	final Set<OutboxId> decided = new HashSet<>();
	private final Path home;
	private final TlsMode mode;
	private final JdkTlsPolicy policy = new JdkTlsPolicy();
	private final List<Canary> tokens = new ArrayList<>();
	private final LogWatch log = new LogWatch();
	private Runnable end = () -> {
	};

	private FaultStage(Path home, TlsMode mode) throws IOException {
		this.home = home;
		this.mode = mode;
		for (int i = 0; i < TOKENS; i++) {
			tokens.add(Canary.create("token" + i));
		}
		smtp = new SmtpPeer(mode == TlsMode.IMPLICIT ? ServerTls.implicit(LOCALHOST) : ServerTls.upgrade(LOCALHOST)).account("anna", null, token(1));
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		rig = new Rig(home);
		clock = rig.clock;
		rig.broker.tokens = this::token;
		InetNameLookup names = new InetNameLookup();
		rig.realSender = sender(new NodelaySocketFactories(policy, names), names);
		sendTo(smtp.port());
	}

	static FaultStage implicit(Path home) throws IOException {
		return new FaultStage(home, TlsMode.IMPLICIT);
	}

	static FaultStage startTls(Path home) throws IOException {
		return new FaultStage(home, TlsMode.STARTTLS);
	}

	/** The token that the broker hands out after {@code number - 1} refusals. */
	String token(int number) {
		return tokens.get(number % TOKENS).value();
	}

	JdkTlsPolicy policy() {
		return policy;
	}

	/** A sender over other sockets and names. */
	MailSender sender(SocketFactories factories, NameLookup names) {
		return new AngusMailSender(new Ground(factories, timer(), names, new CatalogueExplanations(MoreRows.NONE)), SmtpDeadlines.STANDARD);
	}

	private DeadlineTimer timer() {
		return (delay, action) -> {
			AutoCloseable timer = clock.schedule(delay, action);
			return () -> {
				try {
					timer.close();
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			};
		};
	}

	/** Moves the account to another port, such as that of a proxy. */
	void sendTo(int port) {
		Endpoint endpoint = new Endpoint(Protocol.SMTP, "localhost", port, mode, AuthBinding.of("test", "anna", Map.of()));
		rig.accounts.save(rig.accounts.find(Rig.ANNA).orElseThrow().with(List.of(endpoint)));
	}

	/** What else ends the fault, before it is asked whether the account has recovered. */
	void endsBy(Runnable ending) {
		end = ending;
	}

	OutboxId submit(int recipients) throws ProblemException {
		return rig.submit(Rig.ANNA, recipients);
	}

	/** As the product does it: nobody waits for it. */
	CompletableFuture<DrainSummary> drainInBackground() {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return rig.drain();
			} catch (ProblemException e) {
				throw new CompletionException(e);
			}
		});
	}

	/** Waits until the server has seen the event and says nothing; then the outbox answers all the same (I4). */
	void stallsAt(String event) {
		Wait.until(event, () -> smtp.faults().count(event) > 0 && clock.pendingTimers() > 0, SOON);
		assertAnswers();
	}

	/** I4: whoever asks the outbox never waits for the network. Time stands still, so a wait for the network would never end. */
	void assertAnswers() {
		assertTimeoutPreemptively(SOON, () -> {
			rig.outbox().entries();
			rig.outbox().lanes();
			rig.outbox().sending();
			rig.outbox().nextDue();
		});
	}

	/** The problem that the lane stands still for. */
	Problem paused() throws ProblemException {
		return rig.outbox().lanes().getFirst().paused().orElseThrow();
	}

	boolean isRunning() throws ProblemException {
		return rig.outbox().lanes().stream().allMatch(lane -> lane.paused().isEmpty());
	}

	int deliveries(OutboxId id) throws ProblemException {
		return smtp.deliveries(rig.entry(id).messageId());
	}

	/** How often the client began a command with {@code start}, over all connections. */
	long said(String start) {
		return smtp.server().transcripts().stream().flatMap(t -> t.fromClient().stream()).filter(line -> line.startsWith(start)).count();
	}

	/** How long the mail waits for its next attempt. */
	Duration untilNext(OutboxId id) throws ProblemException {
		return Duration.between(clock.instant(), rig.entry(id).nextAttempt().orElseThrow());
	}

	/** Drains whenever something is due, until the mail waits no longer or the time is over. */
	void drainFor(OutboxId id, Duration limit) throws ProblemException {
		Instant over = clock.instant().plus(limit);
		rig.drain();
		while (rig.state(id).isWaiting() && clock.instant().isBefore(over)) {
			rig.outbox().nextDue().filter(clock.instant()::isBefore).ifPresent(clock::set);
			rig.outbox().drainDue();
		}
	}

	/** The invariants as the fault has left things, and again when it is over: everything that waits goes out without a restart. */
	void assertInvariants() throws Exception {
		Aftermath aftermath = new Aftermath(home, rig, smtp, decided, tokens);
		aftermath.assertHold("after the fault", log.heard());
		assertAnswers();
		smtp.faults().clear();
		smtp.rejectBodyAfter(-1, "", false);
		end.run();
		sendTo(smtp.port());
		rig.broker.signedInAgain(clock.instant());
		for (OutboxId id : rig.submitted) {
			drainFor(id, Duration.ofHours(12));
		}
		aftermath.assertSettled();
		aftermath.assertHold("after it is over", log.heard());
	}

	@Override
	public void close() throws IOException {
		rig.close();
		smtp.close();
		log.close();
	}
}

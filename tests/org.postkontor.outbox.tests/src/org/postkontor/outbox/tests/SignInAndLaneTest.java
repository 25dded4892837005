package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Home;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.password.PasswordProviderFactory;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.fakes.Typist;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.ScheduledOutboxDispatcher;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.Wait;

/** Lanes and real sign-ins: mails are held, not failed, and go on wherever somebody signs in. */
class SignInAndLaneTest {
	private static final Duration LIMIT = Duration.ofSeconds(30);
	private static final ProviderDescription PASSWORD = new ProviderDescription("password", "Password", "password", 1, Set.of(), List.of(), List.of(),
			Optional.empty(), "test", Map.of());

	@TempDir
	Path folder;
	private final DataKey key = DataKey.random(new SecureRandom());
	private Rig rig;
	private SignInBroker broker;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
		broker = process();
		rig.realBroker = broker;
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void aMailWaitsUntilSomebodySignsInAnywhereInTheProduct() throws Exception {
		OutboxId id = rig.submit();
		try (ScheduledOutboxDispatcher dispatcher = dispatcher()) {
			Wait.until(() -> paused().isPresent(), LIMIT);
			assertEquals(ProblemKind.SIGN_IN_NEEDED, paused().orElseThrow().kind());
			assertEquals(MailState.QUEUED, rig.state(id));
			rig.accounts.save(signIn(broker));
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
		assertEquals(Optional.empty(), paused());
		assertEquals(List.of(), broker.waiting());
	}

	@Test
	void aSignInByAnotherProcessLetsTheLaneGoOn() throws Exception {
		signedInOnceAndRemoved();
		OutboxId id = rig.submit();
		AtomicInteger changes = new AtomicInteger();
		try (ScheduledOutboxDispatcher dispatcher = dispatcher(); AutoCloseable listening = broker.listen(changes::incrementAndGet)) {
			Wait.until(() -> paused().isPresent() && broker.waiting().size() == 1, LIMIT);
			changes.set(0);
			signIn(process());
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
		assertEquals(Optional.empty(), paused());
		assertEquals(List.of(), broker.waiting());
		assertTrue(changes.get() > 0, "prompts and banners hear of it, too");
	}

	@Test
	void aSignInWhileNothingRanIsFoundAtTheStart() throws Exception {
		signedInOnceAndRemoved();
		OutboxId id = rig.submit();
		rig.outbox().drainDue();
		assertTrue(paused().isPresent());
		signIn(process());
		try (ScheduledOutboxDispatcher dispatcher = dispatcher()) {
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 9 })
	void aSessionThatNobodyCanReadHoldsTheMailAndAsksForASignIn(int damaged) throws Exception {
		rig.accounts.save(signIn(broker));
		Path file = vaultFile();
		byte[] old = Files.readAllBytes(file);
		old[damaged == 0 ? 3 : old.length - damaged] ^= 1; // the format's number: older than any; else damage
		Files.write(file, old);
		OutboxId id = rig.submit();
		OutboxId next = rig.submit();
		rig.outbox().drainDue();
		Problem problem = paused().orElseThrow();
		assertEquals("auth.session-unreadable", problem.id());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, problem.kind());
		assertEquals(Remedy.SIGN_IN, problem.remedy());
		assertEquals("anna", problem.values().get("principal"));
		for (OutboxId each : List.of(id, next)) {
			assertEquals(MailState.QUEUED, rig.state(each));
			assertEquals(0, rig.entry(each).attempts());
		}
		assertArrayEquals(old, Files.readAllBytes(Path.of(problem.details().get("file"))), "kept aside");
		assertEquals("auth.session-unreadable", broker.waiting().getFirst().problem().id());
		rig.accounts.save(signIn(broker));
		rig.outbox().wakeChanged();
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(MailState.FILED, rig.state(next));
	}

	@Test
	void aSessionOfANewerVersionIsLeftAloneAndHoldsTheMail() throws Exception {
		rig.accounts.save(signIn(broker));
		Path file = vaultFile();
		byte[] newer = Files.readAllBytes(file);
		newer[3] = 2;
		Files.write(file, newer);
		OutboxId id = rig.submit();
		rig.outbox().drainDue();
		assertEquals("auth.session-newer", paused().orElseThrow().id());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, paused().orElseThrow().kind());
		assertEquals(Remedy.UPDATE_PRODUCT, paused().orElseThrow().remedy());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertArrayEquals(newer, Files.readAllBytes(file));
	}

	@Test
	void case38ARefusedPasswordIsNotShownASecondTime() throws Exception {
		rig.accounts.save(signIn(broker));
		OutboxId id = rig.submit();
		for (int i = 0; i < 5; i++) {
			rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.CREDENTIAL_REFUSED));
		}
		rig.outbox().drainDue();
		rig.clock.advance(Duration.ofDays(1));
		rig.drain();
		rig.outbox().wake(Rig.ANNA);
		rig.drain();
		assertEquals(1, rig.sender.events.size(), rig.sender.events.toString());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals(0, rig.entry(id).attempts());
		rig.sender.connectFailures.clear();
		rig.accounts.save(signIn(broker));
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
	}

	/** The account names a session that is gone, as after a sign-out by another process. */
	private void signedInOnceAndRemoved() throws Exception {
		rig.accounts.save(signIn(broker));
		for (Session session : vault().sessions()) {
			vault().remove(session.id());
		}
	}

	private Account signIn(SignInBroker process) throws Exception {
		rig.clock.advance(Duration.ofSeconds(1));
		return process.signIn(rig.accounts.find(Rig.ANNA).orElseThrow(), Set.of(Direction.SEND), new Typist("typed"), null);
	}

	private Optional<Problem> paused() throws Exception {
		return rig.outbox().lanes().stream().findFirst().flatMap(lane -> lane.paused());
	}

	private ScheduledOutboxDispatcher dispatcher() {
		ScheduledOutboxDispatcher dispatcher = new ScheduledOutboxDispatcher(rig.outbox(), rig.outbox(), broker, rig.accounts, () -> "eth0", rig.clock,
				Duration.ofMillis(10));
		dispatcher.start();
		return dispatcher;
	}

	private Path vaultFile() throws Exception {
		return folder.resolve("vault").resolve(vault().sessions().getFirst().id() + ".vault");
	}

	private TokenVault vault() {
		return new EncryptedFileTokenVault(new Home(folder, true), mayCreate -> key, rig.clock, new SecureRandom());
	}

	/** What a process of its own has. */
	private SignInBroker process() {
		return new LockingSignInBroker(new Passwords(new PasswordProviderFactory(rig.clock).create(PASSWORD)), vault(), rig.accounts, new Home(folder, true),
				rig.clock, Explanations.NONE);
	}

	private record Passwords(AuthProvider own) implements AuthProviders {
		@Override
		public List<ProviderDescription> descriptions() {
			return List.of(PASSWORD);
		}

		@Override
		public Optional<ProviderDescription> description(String id) {
			return Optional.of(PASSWORD);
		}

		@Override
		public AuthProvider provider(String id) {
			return own;
		}
	}
}

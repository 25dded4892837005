package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.AdminConsents;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.PolledAdminConsents;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class AdminConsentsTest {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);
	private static final Problem NO_NETWORK = Problem.of("net.unreachable", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK);
	private static final Problem GRANT_GONE = Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN);

	@TempDir
	Path home;
	BrokerWorld world;
	ConsentingProvider provider;
	SignInBroker broker;
	AdminConsents consents;
	final SignInPrompt nobody = new Decider(UserDecision.REFUSE);
	final Account account = Samples.account(Samples.binding("scripted"), Samples.binding("scripted"));

	@BeforeEach
	void anAccountNeedsConsent() {
		world = new BrokerWorld(home);
		provider = new ConsentingProvider(world.clock);
		world.providers.put("scripted", provider);
		world.accounts.add(account);
		start();
	}

	private void start() {
		Sessions sessions = world.sessions();
		broker = new LockingSignInBroker(sessions);
		consents = new PolledAdminConsents(sessions);
	}

	@Test
	void givesTheLinkForTheAdministrator() throws ProblemException {
		assertEquals("https://login.example.test/adminconsent", consents.link(account, BOTH).link().toString());
	}

	@Test
	void aProviderWithoutSuchConsentIsNamed() {
		Account other = Samples.account(Samples.binding("password"), Samples.binding("password"));
		ProblemException e = assertThrows(ProblemException.class, () -> consents.link(other, BOTH));
		assertEquals("auth.no-admin-consent", e.problem().id());
		assertEquals(ProblemKind.CONFIGURATION, e.problem().kind());
	}

	@Test
	void whatWasAskedForIsRememberedOverARestart() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		start();
		AdminConsents.Pending pending = consents.pending().getFirst();
		assertEquals(account.id(), pending.account());
		assertEquals(BOTH, pending.directions());
		assertEquals(world.clock.instant(), pending.asked());
		assertTrue(pending.automatic());
	}

	@Test
	void goesOnByItselfOnceGranted() throws Exception {
		assertThrows(ProblemException.class, () -> credential(account));
		assertEquals(1, broker.waiting().size());
		consents.await(account, BOTH, nobody, null);
		AtomicInteger changes = new AtomicInteger();
		try (AutoCloseable listening = broker.listen(changes::incrementAndGet)) {
			assertEquals(List.of(), pollAfter(Duration.ofMinutes(1)));
			assertEquals(0, changes.get());
			provider.granted = true;
			assertEquals(List.of(account.id()), pollAfter(Duration.ofMinutes(2)));
			assertEquals(1, changes.get());
		}
		assertEquals(List.of(), consents.pending());
		assertEquals(List.of(), broker.waiting());
		Account saved = world.accounts.getFirst();
		assertTrue(saved.endpoints().stream().allMatch(endpoint -> endpoint.auth().session().isPresent()));
		assertEquals("anna@example.test", credential(saved).user());
	}

	@Test
	void goesOnInAnotherProcess() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		provider.granted = true;
		start();
		assertEquals(List.of(account.id()), pollAfter(Duration.ofMinutes(1)));
	}

	@Test
	void asksLessAndLessOften() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		Instant start = world.clock.instant();
		List<Long> minutes = new ArrayList<>();
		for (int minute = 1; minute <= 240; minute++) {
			int before = provider.asked.get();
			pollAfter(Duration.ofMinutes(1));
			if (provider.asked.get() > before) {
				minutes.add(Duration.between(start, world.clock.instant()).toMinutes());
			}
		}
		assertEquals(List.of(1L, 3L, 8L, 23L, 53L, 113L, 173L, 233L), minutes);
	}

	@Test
	void keepsARotatedTokenWhateverTheAnswer() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		pollAfter(Duration.ofMinutes(1));
		assertEquals(Secret.of("rotated-1"), world.vault.read("s-a").orElseThrow().secrets().get("refresh"));
	}

	@Test
	void troubleIsNoAnswerAndNoReasonToGiveUp() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		provider.troubles.add(NO_NETWORK);
		provider.troubles.add(ConsentingProvider.CONSENT_NEEDED);
		assertEquals(List.of(), pollAfter(Duration.ofMinutes(1)));
		assertEquals(List.of(), pollAfter(Duration.ofMinutes(2)));
		assertTrue(consents.pending().getFirst().automatic());
		provider.granted = true;
		assertEquals(1, pollAfter(Duration.ofMinutes(5)).size());
	}

	@Test
	void troubleWithOneAccountIsNotAnothers() throws ProblemException {
		Account second = Samples.account(Samples.binding("scripted"), Samples.binding("scripted"));
		world.accounts.add(second);
		consents.await(account, BOTH, nobody, null);
		world.clock.advance(Duration.ofSeconds(1));
		consents.await(second, BOTH, nobody, null);
		provider.granted = true;
		provider.troubles.add(NO_NETWORK);
		assertEquals(List.of(second.id()), pollAfter(Duration.ofMinutes(2)));
		assertEquals(List.of(account.id()), consents.pending().stream().map(AdminConsents.Pending::account).toList());
	}

	@Test
	void whenTheUsersSessionEndedAPersonIsNeededAndNobodyAsksAgain() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		provider.troubles.add(GRANT_GONE);
		pollAfter(Duration.ofMinutes(1));
		assertFalse(consents.pending().getFirst().automatic());
		pollAfter(Duration.ofDays(1));
		assertEquals(1, provider.asked.get());
	}

	@Test
	void whereEvenTheIdentityNeedsAnAdministratorTheUserHasToTryAgain() throws ProblemException {
		provider.strict = true;
		consents.await(account, BOTH, nobody, null);
		assertFalse(consents.pending().getFirst().automatic());
		pollAfter(Duration.ofHours(2));
		assertEquals(0, provider.asked.get());
		provider.granted = true;
		broker.signIn(account, BOTH, nobody, null);
		assertEquals(List.of(), consents.pending());
	}

	@Test
	void aSignInForLessGoesOnAsking() throws ProblemException {
		provider.strict = true;
		consents.await(account, BOTH, nobody, null);
		provider.granted = true;
		world.accounts.set(0, broker.signIn(account, Set.of(Direction.SEND), nobody, null));
		assertTrue(consents.pending().getFirst().automatic());
		assertEquals(1, pollAfter(Duration.ofMinutes(1)).size());
	}

	@Test
	void whoeverSignedInBeforeIsNotAskedAgain() throws ProblemException {
		world.vault.write(Samples.session("a1", "token-0"));
		AuthBinding binding = Samples.binding("scripted").signedIn("a1");
		consents.await(new Account(account.id(), "Anna", account.address(), "", account.scope(), Samples.account(binding, binding).endpoints()), BOTH, nobody,
				null);
		assertEquals(0, provider.identified.get());
		assertTrue(consents.pending().getFirst().automatic());
	}

	@Test
	void theAdministratorsIdentityIsNeverBound() throws ProblemException {
		provider.who = "boss@example.test";
		ProblemException e = assertThrows(ProblemException.class, () -> consents.await(account, BOTH, nobody, null));
		assertEquals("auth.wrong-user", e.problem().id());
		assertEquals(List.of(), world.vault.sessions());
		assertFalse(consents.pending().getFirst().automatic());
	}

	@Test
	void anAnswerAboutSomebodyElseIsNotUsed() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		provider.granted = true;
		provider.who = "boss@example.test";
		assertEquals(List.of(), pollAfter(Duration.ofMinutes(1)));
		assertEquals("anna@example.test", world.vault.read("s-a").orElseThrow().subject());
		assertTrue(world.accounts.getFirst().endpoints().getFirst().auth().session().isEmpty());
	}

	@Test
	void anAdministratorInFrontGrantsWithoutBeingSignedIn() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		List<SignInPrompt.BrowserRequest> opened = new ArrayList<>();
		assertTrue(consents.grant(account, BOTH, new Opener(opened), null));
		assertEquals(1, opened.size());
		assertEquals(List.of("anna@example.test"), world.vault.sessions().stream().map(Session::subject).toList());
		assertEquals(List.of(account.id()), consents.poll(null), "asked at once");
	}

	@Test
	void pollingNeverOpensAnything() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		provider.granted = true;
		pollAfter(Duration.ofMinutes(1));
		assertEquals(1, provider.identified.get());
	}

	@Test
	void twoProcessesDoNotAskAtTheSameTime() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		AdminConsents other = new PolledAdminConsents(world.sessions());
		provider.whileAsked = () -> assertEquals(1, provider.asked.get());
		world.clock.advance(Duration.ofMinutes(1));
		consents.poll(null);
		other.poll(null);
		assertEquals(1, provider.asked.get());
	}

	@Test
	void whatIsForgottenIsNotAskedForAgain() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		consents.forget(account.id());
		consents.forget(new AccountId("unknown"));
		assertEquals(List.of(), consents.pending());
		pollAfter(Duration.ofHours(1));
		assertEquals(0, provider.asked.get());
	}

	@Test
	void aRemovedAccountIsForgotten() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		world.accounts.clear();
		assertEquals(List.of(), pollAfter(Duration.ofMinutes(1)));
		assertEquals(List.of(), consents.pending());
	}

	@Test
	void anAccountThatCannotBeSavedIsTriedAgain() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		provider.granted = true;
		world.unwritable = true;
		assertEquals(List.of(), pollAfter(Duration.ofMinutes(1)));
		world.unwritable = false;
		assertEquals(1, pollAfter(Duration.ofMinutes(2)).size());
	}

	@Test
	void pollingCanBeCancelled() throws ProblemException {
		consents.await(account, BOTH, nobody, null);
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertThrows(ProblemException.class, () -> consents.poll(monitor));
		assertEquals(0, provider.asked.get());
	}

	@Test
	void theFileHoldsNoSecretAndADamagedOneIsKeptAside() throws Exception {
		consents.await(account, BOTH, nobody, null);
		assertFalse(Files.readString(file()).contains("identity"));
		Files.writeString(file(), "{");
		assertEquals(List.of(), consents.pending());
		consents.await(account, BOTH, nobody, null);
		assertEquals(1, consents.pending().size());
		try (Stream<Path> files = Files.list(home)) {
			assertEquals(1, files.filter(file -> file.getFileName().toString().startsWith("admin-consents.json.damaged-")).count());
		}
	}

	@Test
	void aNewerFileIsLeftUntouched() throws Exception {
		Files.createDirectories(home);
		Files.writeString(file(), "{\"formatVersion\":2}");
		assertEquals(List.of(), consents.pending());
		ProblemException e = assertThrows(ProblemException.class, () -> consents.await(account, BOTH, nobody, null));
		assertEquals("auth.consents-newer", e.problem().id());
		assertEquals("{\"formatVersion\":2}", Files.readString(file()));
		assertEquals(Optional.empty(), world.accounts.getFirst().endpoints().getFirst().auth().session());
	}

	private List<AccountId> pollAfter(Duration time) throws ProblemException {
		world.clock.advance(time);
		return consents.poll(null);
	}

	private org.postkontor.auth.Credential credential(Account of) throws ProblemException {
		return broker.credential(of.endpoints().getFirst().auth(), Samples.IMAP, Interaction.FORBIDDEN, null);
	}

	private Path file() {
		return home.resolve("admin-consents.json");
	}

	/** Notes what would be opened. */
	private record Opener(List<BrowserRequest> opened) implements SignInPrompt {
		@Override
		public void openBrowser(BrowserRequest request) {
			opened.add(request);
		}

		@Override
		public void showDeviceCode(DeviceCode code) {
			throw new AssertionError("no device code expected");
		}

		@Override
		public Secret askPassword(PasswordRequest request) {
			throw new AssertionError("no password expected");
		}

		@Override
		public void done() {
			// nothing to close
		}
	}
}

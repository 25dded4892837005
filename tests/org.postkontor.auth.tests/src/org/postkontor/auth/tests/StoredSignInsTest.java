package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class StoredSignInsTest {
	private static final Problem GRANT_GONE = Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN)
			.detail("error", "invalid_grant");

	@TempDir
	Path home;
	BrokerWorld world;
	SignInBroker broker;
	SignIns signIns;
	final AuthBinding binding = Samples.binding("scripted").signedIn("a1");
	final Account account = Samples.account(binding, binding);

	@BeforeEach
	void oneAccountIsSignedIn() throws ProblemException {
		world = new BrokerWorld(home);
		world.accounts.add(account);
		world.vault.write(Samples.session("a1", "token-0"));
		start();
	}

	private void start() {
		Sessions sessions = world.sessions();
		broker = new LockingSignInBroker(sessions);
		signIns = new StoredSignIns(sessions);
	}

	@Test
	void tellsWhoIsSignedInWithWhatForWhichAccounts() throws ProblemException {
		SignInInfo info = only();
		assertEquals("anna@example.test", info.who());
		assertEquals("scripted", info.provider());
		assertEquals(Set.of("mail"), info.rights());
		assertEquals(Samples.NOW, info.issued());
		assertEquals(Samples.NOW, info.refreshed());
		assertEquals(List.of(account.id()), info.accounts());
		assertFalse(info.toString().contains("token-0"));
	}

	@Test
	void namesTheOrganisation() throws ProblemException {
		assertEquals(Optional.empty(), only().tenant());
		world.vault.write(with(Map.of("tenant", "1234")));
		assertEquals(Optional.of("1234"), only().tenant());
		world.vault.write(with(Map.of("tenant", "1234", "tenantName", "Kanzlei Muster")));
		assertEquals(Optional.of("Kanzlei Muster"), only().tenant());
	}

	@Test
	void namesAPasswordByItsLoginName() throws ProblemException {
		world.vault.write(new Session("pw", "password", "password:imap.example.test", "", "zoe", List.of(), Set.of(), Set.of(), Samples.NOW, Samples.NOW,
				Map.of(), Map.of()));
		assertEquals(List.of("anna@example.test", "zoe"), signIns.list().stream().map(SignInInfo::who).toList());
		assertEquals(List.of(), signIns.list().getLast().accounts());
		assertEquals(Optional.empty(), signIns.list().getLast().end());
	}

	@Test
	void knowsNothingBeforeTheFirstUse() throws ProblemException {
		assertEquals(Verdict.UNKNOWN, only().verdict());
		assertEquals(Optional.empty(), only().used());
	}

	@Test
	void isValidOnceItWasUsedAndStillAfterARestart() throws ProblemException {
		use();
		assertEquals(Verdict.VALID, only().verdict());
		assertEquals(Optional.of(world.clock.instant()), only().used());
		start();
		assertEquals(Verdict.VALID, only().verdict());
		assertEquals(Optional.of(world.clock.instant()), only().used());
	}

	@ParameterizedTest
	@EnumSource(names = { "NETWORK", "TIMEOUT", "SERVER", "CERTIFICATE", "STORAGE", "CONFIGURATION" })
	void isUnknownAndNeverInvalidWhenTheTryFailedForAnotherReason(ProblemKind kind) throws ProblemException {
		use();
		fail(Problem.of("x", kind, Fixer.TIME, Remedy.RETRY));
		assertEquals(Verdict.UNKNOWN, only().verdict());
		assertEquals(Optional.of("x"), only().problem().map(Problem::id));
		world.provider.trouble = null;
		world.provider.refreshes.set(0);
		use();
		assertEquals(Verdict.VALID, only().verdict());
		assertEquals(Optional.empty(), only().problem());
	}

	@Test
	void isInvalidWhenTheProviderWantsAPersonAlsoAfterARestart() throws ProblemException {
		fail(GRANT_GONE);
		assertEquals(Verdict.INVALID, only().verdict());
		start();
		assertEquals(Verdict.INVALID, only().verdict());
		assertEquals("invalid_grant", only().problem().orElseThrow().details().get("error"));
		assertEquals(Optional.empty(), only().end(), "it has ended");
		assertTrue(world.vault.read("a1").isPresent(), "nothing is deleted");
	}

	@Test
	void isNoLongerInvalidWhenAnotherProcessSignedIn() throws ProblemException {
		fail(GRANT_GONE);
		world.clock.advance(Duration.ofMinutes(1));
		world.vault.write(Samples.session("a1", "token-9").refreshed(world.clock.instant(), Map.of(), Map.of(), Set.of()));
		assertEquals(Verdict.UNKNOWN, only().verdict());
	}

	@Test
	void writesTheLastUseOnceADay() throws Exception {
		use();
		byte[] first = Files.readAllBytes(health());
		world.clock.advance(Duration.ofHours(3));
		use();
		assertEquals(new String(first), Files.readString(health()));
		assertEquals(Optional.of(world.clock.instant()), only().used(), "in memory it is exact");
		world.clock.advance(Duration.ofDays(1));
		use();
		assertFalse(new String(first).equals(Files.readString(health())));
	}

	@Test
	void writesNoSecret() throws Exception {
		use();
		fail(GRANT_GONE);
		assertFalse(Files.readString(health()).contains("token"));
	}

	@Test
	void aDamagedFileOfHintsIsNoHarm() throws Exception {
		use();
		Files.writeString(health(), "{");
		start();
		assertEquals(Verdict.UNKNOWN, only().verdict());
		use();
		assertEquals(Verdict.VALID, only().verdict());
	}

	@Test
	void aNewerFileOfHintsIsLeftUntouched() throws Exception {
		use();
		Files.writeString(health(), "{\"formatVersion\":2}");
		start();
		use();
		assertEquals(Verdict.VALID, only().verdict());
		assertEquals("{\"formatVersion\":2}", Files.readString(health()));
	}

	@Test
	void signingOutRevokesRemovesAndUnbindsAllAccounts() throws Exception {
		Account second = Samples.account(binding, Samples.binding("password").signedIn("pw"));
		world.accounts.add(second);
		use();
		AtomicInteger changes = new AtomicInteger();
		try (AutoCloseable listening = broker.listen(changes::incrementAndGet)) {
			assertEquals(Optional.empty(), signIns.signOut("a1", null));
		}
		assertEquals(1, world.provider.revoked.get());
		assertEquals(List.of(), signIns.list());
		assertFalse(Files.exists(health()));
		assertTrue(world.accounts.stream().flatMap(a -> a.endpoints().stream()).noneMatch(e -> e.auth().session().equals(Optional.of("a1"))));
		assertEquals(Optional.of("pw"), world.accounts.getLast().endpoints().getLast().auth().session());
		assertEquals(1, changes.get());
	}

	@Test
	void signingOutWorksWithoutNetwork() throws ProblemException {
		world.provider.trouble = Problem.of("net.unreachable", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK);
		Problem told = signIns.signOut("a1", null).orElseThrow();
		assertTrue(world.vault.read("a1").isEmpty());
		assertEquals("auth.not-revoked", told.id());
	}

	@Test
	void signingOutOfWhatIsUnknownOrAPathDoesNothing() throws ProblemException {
		signIns.signOut("zz", null);
		signIns.signOut("../vault/a1", null);
		assertEquals(1, signIns.list().size());
	}

	@Test
	void anAccountThatCannotBeSavedIsReportedAfterTheSignOut() throws ProblemException {
		world.unwritable = true;
		ProblemException e = assertThrows(ProblemException.class, () -> signIns.signOut("a1", null));
		assertEquals(ProblemKind.STORAGE, e.problem().kind());
		assertTrue(world.vault.read("a1").isEmpty());
	}

	@Test
	void aRarelyUsedMailboxIsKeptAliveForYears() throws ProblemException {
		world.vault.write(with(Map.of("unusedDays", "90")));
		for (int week = 0; week < 104; week++) {
			world.clock.advance(Duration.ofDays(7));
			signIns.keepAlive(null);
			Session session = world.vault.read("a1").orElseThrow();
			assertTrue(Duration.between(session.refreshed(), world.clock.instant()).compareTo(Duration.ofDays(30)) < 0);
		}
		assertTrue(world.provider.refreshes.get() < 60, "and not more often than needed: " + world.provider.refreshes);
	}

	@Test
	void whatWasUsedJustNowIsLeftAlone() throws ProblemException {
		signIns.keepAlive(null);
		assertEquals(0, world.provider.refreshes.get());
	}

	@Test
	void aSignInThatNoAccountUsesIsLeftAlone() throws ProblemException {
		world.accounts.clear();
		world.clock.advance(Duration.ofDays(40));
		signIns.keepAlive(null);
		assertEquals(0, world.provider.refreshes.get());
	}

	@Test
	void aPasswordIsNeverTriedToBeKeptAlive() throws ProblemException {
		AuthBinding password = Samples.binding("password").signedIn("pw");
		world.accounts.set(0, Samples.account(password, password));
		world.vault.write(new Session("pw", "password", "password:imap.example.test", "", "anna", List.of(), Set.of(), Set.of(), Samples.NOW, Samples.NOW,
				Map.of(), Map.of()));
		world.clock.advance(Duration.ofDays(400));
		signIns.keepAlive(null);
		assertEquals(List.of(), broker.waiting());
	}

	@Test
	void keepingAliveAsksNobodyAndGoesOnWithTheOthers() throws ProblemException {
		world.vault.write(new Session("a0", "gone", "https://login.example.test", "client", "other", List.of("carl@example.test"), Set.of(), Set.of(),
				Samples.NOW, Samples.NOW, Map.of(), Map.of()));
		AuthBinding gone = AuthBinding.of("gone", "carl@example.test", Map.of()).signedIn("a0");
		world.providers.put("gone", new NeverAgainProvider(GRANT_GONE));
		world.accounts.add(Samples.account(gone, gone));
		world.clock.advance(Duration.ofDays(40));
		signIns.keepAlive(null);
		assertEquals(1, world.provider.refreshes.get());
		assertEquals(List.of("carl@example.test"), broker.waiting().stream().map(SignInBroker.Waiting::principal).toList());
	}

	@Test
	void whatNeedsAPersonIsNotAskedForAgain() throws ProblemException {
		NeverAgainProvider never = new NeverAgainProvider(GRANT_GONE);
		world.providers.put("scripted", never);
		world.clock.advance(Duration.ofDays(40));
		for (int day = 0; day < 10; day++) {
			signIns.keepAlive(null);
			world.clock.advance(Duration.ofDays(1));
		}
		assertEquals(1, never.asked().get());
	}

	@Test
	void keepingAliveCanBeCancelled() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		world.clock.advance(Duration.ofDays(40));
		ProblemException e = assertThrows(ProblemException.class, () -> signIns.keepAlive(monitor));
		assertEquals(ProblemKind.CANCELLED, e.problem().kind());
		assertEquals(0, world.provider.refreshes.get());
	}

	@Test
	void refreshingOneSignInWaitsForNothing() throws ProblemException {
		signIns.refresh("a1", null);
		assertEquals(1, world.provider.refreshes.get());
		assertEquals(Verdict.VALID, only().verdict());
	}

	@Test
	void refreshingOneSignInSaysWhyItFailedAndThatItNeedsAPerson() throws ProblemException {
		world.providers.put("scripted", new NeverAgainProvider(GRANT_GONE));
		ProblemException e = assertThrows(ProblemException.class, () -> signIns.refresh("a1", null));
		assertEquals("auth.sign-in-expired", e.problem().id());
		assertEquals(1, broker.waiting().size());
		assertEquals(Verdict.INVALID, only().verdict());
	}

	@Test
	void refreshingWhatWaitedForAPersonLetsItGoOn() throws ProblemException {
		fail(GRANT_GONE);
		assertEquals(1, broker.waiting().size());
		world.provider.trouble = null;
		signIns.refresh("a1", null);
		assertEquals(List.of(), broker.waiting());
	}

	@Test
	void refreshingNeedsASignInThatAnAccountUses() {
		for (String unknown : List.of("a2", "../a1")) {
			assertEquals("auth.not-signed-in", assertThrows(ProblemException.class, () -> signIns.refresh(unknown, null)).problem().id());
		}
		world.accounts.clear();
		assertEquals("auth.sign-in-unused", assertThrows(ProblemException.class, () -> signIns.refresh("a1", null)).problem().id());
	}

	private Session with(Map<String, String> attributes) {
		Session sample = Samples.session("a1", "token-0");
		return sample.refreshed(Samples.NOW, sample.secrets(), attributes, sample.scopes());
	}

	private void use() throws ProblemException {
		broker.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null);
	}

	private void fail(Problem problem) {
		world.provider.expired = true;
		world.provider.trouble = problem;
		assertThrows(ProblemException.class, this::use);
	}

	private SignInInfo only() throws ProblemException {
		assertEquals(1, signIns.list().size());
		return signIns.list().getFirst();
	}

	private Path health() {
		return home.resolve("sign-ins/a1.json");
	}
}

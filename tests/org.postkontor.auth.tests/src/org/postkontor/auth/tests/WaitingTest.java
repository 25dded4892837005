package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInBroker.Waiting;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.fakes.Typist;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** One identity, several servers: what waits for a person is there until it is disproved, and no longer. */
class WaitingTest {
	@TempDir
	Path home;
	BrokerWorld world;
	Sessions sessions;
	SignInBroker broker;
	final AtomicInteger changes = new AtomicInteger();
	final AuthBinding binding = Samples.binding("scripted").signedIn("a1");

	@BeforeEach
	void signedIn() throws ProblemException {
		world = new BrokerWorld(home);
		sessions = world.sessions();
		broker = new LockingSignInBroker(sessions);
		world.vault.write(Samples.session("a1", "token-0").approved(Set.of(Samples.SMTP.host())));
		world.clock.advance(Duration.ofHours(1));
	}

	@Test
	void aSuccessAtOneServerDoesNotTakeAwayTheRefusalOfAnother() throws ProblemException {
		refusedForGood(Samples.SMTP);
		Waiting entry = only();
		broker.listen(changes::incrementAndGet);
		for (int i = 0; i < 3; i++) {
			use(Samples.IMAP);
			assertEquals(entry, only());
		}
		assertEquals(0, changes.get(), "nothing flaps");
	}

	@Test
	void aSuccessAtTheSameServerTakesItAway() throws ProblemException {
		refusedForGood(Samples.SMTP);
		use(Samples.IMAP);
		broker.refused(binding, Samples.IMAP, "no");
		use(Samples.IMAP); // refreshed: SMTP gets another one, too
		broker.listen(changes::incrementAndGet);
		use(Samples.SMTP);
		assertEquals(List.of(), broker.waiting());
		assertEquals(1, changes.get());
	}

	@Test
	void theRefusalOfOneMailboxIsNotDisprovedByAnotherOfTheSameUser() throws ProblemException {
		AuthBinding shared = new AuthBinding("scripted", "anna@example.test", "kanzlei@example.test", binding.session(), binding.settings());
		refusedForGood(shared, Samples.IMAP);
		use(Samples.IMAP);
		assertEquals(1, broker.waiting().size());
	}

	@Test
	void oneEntryStandsForAllServersAndStaysUntilTheLast() throws ProblemException {
		refusedForGood(Samples.SMTP);
		Instant first = only().since();
		world.clock.advance(Duration.ofMinutes(10));
		refusedForGood(Samples.IMAP);
		assertEquals("imap.example.test", only().problem().values().get("host"), "the latest");
		assertEquals(first, only().since());
		broker.refused(binding, new Resource(Samples.IMAP.protocol(), Samples.IMAP.host(), 143), "never given out");
		use(new Resource(Samples.IMAP.protocol(), Samples.IMAP.host(), 143));
		assertEquals(1, broker.waiting().size());
	}

	@Test
	void aSignInByAnotherProductTakesAllOfItAwayAtTheFirstSuccess() throws ProblemException {
		refusedForGood(Samples.SMTP);
		world.vault.write(new org.postkontor.auth.Session("a1", "scripted", "https://login.example.test", "client", "subject", List.of("anna@example.test"),
				Set.of("mail"), Set.of("imap.example.test"), world.clock.instant(), world.clock.instant(), Samples.session("a1", "new").secrets(),
				java.util.Map.of()));
		use(Samples.IMAP);
		assertEquals(List.of(), broker.waiting());
	}

	@Test
	void aSignInHereTakesAllOfItAway() throws ProblemException {
		refusedForGood(Samples.SMTP);
		broker.signIn(Samples.account(binding, binding), Set.of(Direction.RECEIVE, Direction.SEND), new Typist(""), null);
		assertEquals(List.of(), broker.waiting());
	}

	@Test
	void aRefreshRefusedWhileKeepingAliveIsNotDisprovedByATokenThatIsStillGood() throws ProblemException {
		world.accounts.add(Samples.account(binding, binding));
		world.clock.advance(Duration.ofDays(60));
		world.provider.trouble = Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN);
		StoredSignIns signIns = new StoredSignIns(sessions);
		signIns.keepAlive(null);
		assertEquals("auth.sign-in-expired", only().problem().id());
		use(Samples.IMAP);
		assertEquals("auth.sign-in-expired", only().problem().id());
		world.provider.trouble = null;
		world.clock.advance(Duration.ofDays(60));
		signIns.keepAlive(null);
		assertEquals(List.of(), broker.waiting());
	}

	private Waiting only() {
		assertEquals(1, broker.waiting().size());
		return broker.waiting().getFirst();
	}

	private void refusedForGood(Resource resource) throws ProblemException {
		refusedForGood(binding, resource);
	}

	/** Refused, refreshed once, refused again. */
	private void refusedForGood(AuthBinding who, Resource resource) throws ProblemException {
		for (int i = 0; i < 2; i++) {
			broker.credential(who, resource, Interaction.FORBIDDEN, null);
			broker.refused(who, resource, "535 5.7.3 Authentication unsuccessful");
		}
		assertThrows(ProblemException.class, () -> broker.credential(who, resource, Interaction.FORBIDDEN, null));
	}

	private void use(Resource resource) throws ProblemException {
		broker.credential(binding, resource, Interaction.FORBIDDEN, null);
	}
}

package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.fakes.Typist;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class SignInAndOutTest {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);
	private static final Problem NO_NETWORK = Problem.of("net.unreachable", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK);

	@TempDir
	Path home;
	BrokerWorld world;
	SignInBroker broker;
	final AuthBinding binding = Samples.binding("scripted").signedIn("a1");

	@BeforeEach
	void oneSessionIsStored() throws ProblemException {
		world = new BrokerWorld(home);
		broker = world.broker();
		world.vault.write(Samples.session("a1", "token-0"));
	}

	@Test
	void aSignInWakesWhatWaited() throws Exception {
		AtomicInteger changes = new AtomicInteger();
		AutoCloseable listening = broker.listen(changes::incrementAndGet);
		Account account = Samples.account(Samples.binding("scripted"), Samples.binding("scripted"));
		assertThrows(ProblemException.class, () -> broker.credential(account.endpoints().getFirst().auth(), Samples.IMAP, Interaction.FORBIDDEN, null));
		broker.signIn(account, BOTH, new Typist(""), null);
		assertEquals(List.of(), broker.waiting());
		assertEquals(2, changes.get());
		listening.close();
		broker.signOut(account, null);
		assertEquals(2, changes.get());
	}

	@Test
	void signInBindsAllEndpointsOfTheIdentityAndApprovesTheirHosts() throws ProblemException {
		Account bound = broker.signIn(Samples.account(Samples.binding("scripted"), Samples.binding("scripted")), BOTH, new Typist(""), null);
		assertTrue(bound.endpoints().stream().allMatch(endpoint -> endpoint.auth().session().equals(Optional.of("s-scripted"))));
		Session session = broker.session(bound.endpoints().getFirst().auth()).orElseThrow();
		assertEquals(Set.of("imap.example.test", "smtp.example.test"), session.hosts());
	}

	@Test
	void endpointsWithDifferentProvidersGetTheirOwnSessions() throws ProblemException {
		Account bound = broker.signIn(Samples.account(Samples.binding("scripted"), Samples.binding("password")), BOTH, new Typist("pw"), null);
		assertFalse(bound.endpoints().get(0).auth().session().equals(bound.endpoints().get(1).auth().session()));
		assertProblem("auth.foreign-host", ProblemKind.CONFIGURATION, bound.endpoints().get(1).auth(), Samples.IMAP);
	}

	@Test
	void endpointsWithDifferentIssuersAreSignedInOneByOne() throws ProblemException {
		AuthBinding one = AuthBinding.of("scripted", "anna@example.test", Map.of("issuer", "https://login.example.test"));
		AuthBinding other = AuthBinding.of("scripted", "anna@example.test", Map.of("issuer", "https://other.example.test"));
		broker.signIn(Samples.account(one, other), BOTH, new Typist(""), null);
		assertEquals(List.of(one, other), world.provider.signIns.stream().map(SignInRequest::binding).toList());
		assertEquals(List.of(List.of(Samples.IMAP), List.of(Samples.SMTP)), world.provider.signIns.stream().map(SignInRequest::resources).toList());
	}

	@Test
	void signInForOneDirectionLeavesOtherProvidersAlone() throws ProblemException {
		Account bound = broker.signIn(Samples.account(Samples.binding("scripted"), Samples.binding("password")), Set.of(Direction.RECEIVE),
				new Typist("pw"), null);
		assertTrue(bound.endpoints().get(1).auth().session().isEmpty());
	}

	@Test
	void theWrongUserIsNamedAndNothingIsStored() throws ProblemException {
		world.provider.names = List.of("bert@example.test");
		world.provider.subject = "bert";
		Account account = Samples.account(Samples.binding("scripted"), Samples.binding("scripted"));
		ProblemException e = assertThrows(ProblemException.class, () -> broker.signIn(account, BOTH, new Typist(""), null));
		assertEquals("auth.wrong-user", e.problem().id());
		assertEquals(Remedy.CHOOSE_OTHER_USER, e.problem().remedy());
		assertEquals("bert@example.test", e.problem().values().get("actual"));
		assertEquals(List.of("a1"), world.vault.sessions().stream().map(Session::id).toList());
	}

	@Test
	void aSecondAccountOfTheSameIdentityKeepsTheHostsOfTheFirst() throws ProblemException {
		world.vault.write(Samples.session("s-scripted", "token-0").approved(Set.of("old.example.test")));
		broker.signIn(Samples.account(Samples.binding("scripted"), Samples.binding("scripted")), BOTH, new Typist(""), null);
		assertTrue(world.vault.read("s-scripted").orElseThrow().hosts().contains("old.example.test"));
	}

	@Test
	void signOutRevokesAndRemoves() throws ProblemException {
		Account account = Samples.account(binding, binding);
		SignInBroker.SignedOut signedOut = broker.signOut(account, null);
		assertTrue(signedOut.account().endpoints().stream().allMatch(endpoint -> endpoint.auth().session().isEmpty()));
		assertEquals(1, world.provider.revoked.get());
		assertEquals(List.of(), signedOut.unconfirmed());
		assertTrue(world.vault.read("a1").isEmpty());
	}

	@Test
	void signOutKeepsWhatAnotherAccountUses() throws ProblemException {
		world.accounts.add(Samples.account(binding, binding));
		broker.signOut(Samples.account(binding, binding), null);
		assertEquals(0, world.provider.revoked.get());
		assertTrue(world.vault.read("a1").isPresent());
	}

	@Test
	void signOutWorksWithoutNetwork() throws ProblemException {
		world.provider.trouble = NO_NETWORK;
		SignInBroker.SignedOut after = broker.signOut(Samples.account(binding, binding), null);
		assertTrue(world.vault.read("a1").isEmpty());
		Problem told = after.unconfirmed().getFirst();
		assertEquals("auth.not-revoked", told.id());
		assertEquals(Remedy.OPEN_PROVIDER, told.remedy());
		assertEquals(NO_NETWORK.id(), told.details().get("cause"));
		assertEquals("anna@example.test", told.values().get("principal"));
		assertTrue(told.values().get("page").startsWith("https://"), told.values()::toString);
	}

	@Test
	void aRefusedPasswordIsNeverTriedAgain() throws ProblemException {
		Account bound = broker.signIn(Samples.account(Samples.binding("password"), Samples.binding("password")), BOTH, new Typist("wrong"), null);
		AuthBinding password = bound.endpoints().getFirst().auth();
		broker.credential(password, Samples.IMAP, Interaction.FORBIDDEN, null);
		broker.refused(password, Samples.IMAP, "535 5.7.8 no");
		ProblemException e = assertProblem("auth.password-refused", ProblemKind.SIGN_IN_NEEDED, password, Samples.IMAP);
		assertEquals("535 5.7.8 no", e.problem().details().get("answer"));
		broker.signIn(bound, BOTH, new Typist("right"), null);
		assertEquals("right", text(broker.credential(password, Samples.IMAP, Interaction.FORBIDDEN, null)));
	}

	private static String text(Credential credential) {
		return switch (credential) {
		case Credential.BearerToken bearer -> Plain.of(bearer.token());
		case Credential.Password password -> Plain.of(password.password());
		};
	}

	private ProblemException assertProblem(String id, ProblemKind kind, AuthBinding with, Resource resource) {
		ProblemException e = assertThrows(ProblemException.class, () -> broker.credential(with, resource, Interaction.FORBIDDEN, null));
		assertEquals(id, e.problem().id());
		assertEquals(kind, e.problem().kind());
		return e;
	}

	private static final class Plain {
		static String of(Secret secret) {
			return secret.use(text -> text);
		}
	}

}

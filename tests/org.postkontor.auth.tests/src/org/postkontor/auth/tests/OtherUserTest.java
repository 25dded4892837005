package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Somebody else signs in than the account belongs to. */
class OtherUserTest {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);
	private static final List<String> ANNA = List.of("anna@example.test");
	private static final List<String> BERT = List.of("live.com#bert@example.test", "b.beispiel@example.test");

	@TempDir
	Path home;
	BrokerWorld world;
	SignInBroker broker;
	Account account;

	@BeforeEach
	void bertIsSignedInInTheBrowser() {
		world = new BrokerWorld(home);
		broker = world.broker();
		account = Samples.account(Samples.binding("scripted"), Samples.binding("scripted"));
		world.provider.subject = "bert";
		world.provider.names = BERT;
	}

	@Test
	void isNamedWithAllThatIsKnown() {
		Decider person = new Decider(UserDecision.REFUSE);
		assertRefused(person);
		assertEquals("anna@example.test", person.asked.getFirst().expected());
		assertEquals(BERT, person.asked.getFirst().actual());
		assertTrue(!person.asked.getFirst().subjectChanged());
	}

	@Test
	void isNotStoredWhenThePersonRefuses() throws ProblemException {
		assertRefused(new Decider(UserDecision.REFUSE));
		assertEquals(List.of(), world.vault.sessions());
	}

	@Test
	void choosingAnotherOpensTheProvidersSelection() throws ProblemException {
		world.provider.nextNames.add(BERT);
		world.provider.names = ANNA;
		signIn(account, new Decider(UserDecision.CHOOSE_ANOTHER));
		assertEquals(List.of(UserChoice.SUGGESTED, UserChoice.SELECT), world.provider.signIns.stream().map(request -> request.users()).toList());
		assertEquals(1, world.vault.sessions().size());
	}

	@Test
	void choosingTheWrongOneAgainAndAgainEnds() {
		assertRefused(new Decider(UserDecision.CHOOSE_ANOTHER));
		assertTrue(world.provider.signIns.size() <= 10);
	}

	@Test
	void anAliasIsRememberedAndNotAskedForAgain() throws ProblemException {
		Account bound = signIn(account, new Decider(UserDecision.REMEMBER_ALIAS));
		AuthBinding binding = bound.endpoints().getFirst().auth();
		assertEquals("anna@example.test", binding.principal());
		assertEquals("anna@example.test", binding.mailbox());
		assertTrue(binding.session().isPresent());
		signIn(broker.signOut(bound, null).account(), new Decider(UserDecision.REFUSE));
	}

	@Test
	void anAliasOfOneIsNoAliasOfAnother() throws ProblemException {
		Account bound = signIn(account, new Decider(UserDecision.REMEMBER_ALIAS));
		world.provider.subject = "carl";
		world.provider.names = List.of("carl@example.test");
		assertThrows(ProblemException.class, () -> signIn(bound, new Decider(UserDecision.REFUSE)));
	}

	@Test
	void mayUseTheAccountAsASharedMailbox() throws ProblemException {
		Account bound = signIn(account, new Decider(UserDecision.SHARED_MAILBOX));
		for (Endpoint endpoint : bound.endpoints()) {
			assertEquals("bert@example.test", endpoint.auth().principal());
			assertEquals("anna@example.test", endpoint.auth().mailbox());
		}
		assertEquals("anna@example.test", bound.address().toString());
		signIn(bound, new Decider(UserDecision.REFUSE));
	}

	@Test
	void mayGetTheAccount() throws ProblemException {
		account = new Account(account.id(), "Anna@Example.test", account.address(), "Anna", account.scope(), account.endpoints());
		Account bound = signIn(account, new Decider(UserDecision.CHANGE_ADDRESS));
		assertEquals(MailAddress.parse("bert@example.test"), bound.address());
		assertEquals("bert@example.test", bound.name());
		assertEquals(account.id(), bound.id());
		for (Endpoint endpoint : bound.endpoints()) {
			assertEquals("bert@example.test", endpoint.auth().principal());
			assertEquals("bert@example.test", endpoint.auth().mailbox());
		}
	}

	@Test
	void getsTheAccountWithTheNameThatThePersonGaveIt() throws ProblemException {
		assertEquals("Anna", signIn(account, new Decider(UserDecision.CHANGE_ADDRESS)).name());
	}

	@Test
	void whoHasNoAddressCannotGiveOneToTheAccount() throws ProblemException {
		world.provider.names = List.of("bert");
		ProblemException e = assertThrows(ProblemException.class, () -> signIn(account, new Decider(UserDecision.CHANGE_ADDRESS)));
		assertEquals(ProblemKind.INPUT, e.problem().kind());
		assertEquals(List.of(), world.vault.sessions());
	}

	@Test
	void whatWaitedForTheOldUserWaitsNoMore() throws ProblemException {
		assertThrows(ProblemException.class,
				() -> broker.credential(account.endpoints().getFirst().auth(), Samples.IMAP, Interaction.FORBIDDEN, null));
		signIn(account, new Decider(UserDecision.CHANGE_ADDRESS));
		assertEquals(List.of(), broker.waiting());
	}

	@Test
	void anotherUserBehindTheSameNameIsNoticed() throws ProblemException {
		world.provider.names = ANNA;
		Account bound = signIn(account, new Decider(UserDecision.REFUSE));
		world.provider.subject = "another";
		Decider person = new Decider(UserDecision.REFUSE);
		assertThrows(ProblemException.class, () -> signIn(bound, person));
		assertTrue(person.asked.getFirst().subjectChanged());
		assertEquals("bert", world.vault.sessions().getFirst().subject(), "the old one is kept");
		signIn(bound, new Decider(UserDecision.REMEMBER_ALIAS));
	}

	@Test
	void aUserWhoWasRenamedIsTheSame() throws ProblemException {
		world.provider.names = ANNA;
		Account bound = signIn(account, new Decider(UserDecision.REFUSE));
		world.provider.names = List.of("anna.neu@example.test");
		signIn(bound, new Decider(UserDecision.REFUSE));
	}

	@Test
	void theAccountsAddressIsARightNameForALoginName() throws ProblemException {
		AuthBinding login = AuthBinding.of("scripted", "am17", java.util.Map.of());
		world.provider.names = ANNA;
		signIn(Samples.account(login, login), new Decider(UserDecision.REFUSE));
		assertEquals(1, world.vault.sessions().size());
	}

	@Test
	void whoSignsInForASharedMailboxIsNotTheMailbox() {
		AuthBinding shared = new AuthBinding("scripted", "carl@example.test", "anna@example.test", java.util.Optional.empty(), java.util.Map.of());
		world.provider.names = ANNA;
		assertThrows(ProblemException.class, () -> signIn(Samples.account(shared, shared), new Decider(UserDecision.REFUSE)));
	}

	private Account signIn(Account which, Decider person) throws ProblemException {
		return broker.signIn(which, BOTH, person, null);
	}

	private void assertRefused(Decider person) {
		ProblemException e = assertThrows(ProblemException.class, () -> signIn(account, person));
		assertEquals("auth.wrong-user", e.problem().id());
		assertEquals(Remedy.CHOOSE_OTHER_USER, e.problem().remedy());
	}
}

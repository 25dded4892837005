package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Rights grow step by step, and what a server demands in addition reaches the provider. */
class IncrementalSignInTest {
	private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
	private static final Problem PERSON = Problem.of("auth.interaction-required", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN);

	@TempDir
	Path home;
	BrokerWorld world;
	SignInBroker broker;
	Account account;

	@BeforeEach
	void annaMaySend() throws ProblemException {
		world = new BrokerWorld(home);
		broker = world.broker();
		world.provider.scopes = Set.of("mail.send");
		account = signIn(Samples.account(Samples.binding("scripted"), Samples.binding("scripted")), Direction.SEND);
	}

	@Test
	void theFirstSignInHasNoPreviousOne() {
		assertEquals(Optional.empty(), world.provider.signIns.getFirst().previous());
		assertEquals(Set.of(Direction.SEND), world.provider.signIns.getFirst().directions());
	}

	@Test
	void theProviderIsToldWhatWasGrantedBefore() throws ProblemException {
		signIn(account, Direction.RECEIVE);
		assertEquals(Set.of("mail.send"), world.provider.signIns.getLast().previous().orElseThrow().scopes());
	}

	@Test
	void anotherAccountOfTheSameUserKeepsTheRightsToo() throws ProblemException {
		signIn(Samples.account(Samples.binding("scripted"), Samples.binding("scripted")), Direction.RECEIVE);
		assertEquals(Set.of("mail.send"), world.provider.signIns.getLast().previous().orElseThrow().scopes());
	}

	@Test
	void aSessionOfAnotherIssuerIsNoPreviousOne() throws ProblemException {
		AuthBinding elsewhere = AuthBinding.of("scripted", "anna@example.test", java.util.Map.of("issuer", "https://other.example.test"));
		signIn(Samples.account(elsewhere, elsewhere), Direction.RECEIVE);
		assertEquals(Optional.empty(), world.provider.signIns.getLast().previous());
	}

	@Test
	void rightsGrantedBeforeAreNotForgotten() throws ProblemException {
		world.provider.scopes = Set.of("mail.receive");
		Account more = signIn(account, Direction.RECEIVE);
		Session session = broker.session(more.endpoints().getFirst().auth()).orElseThrow();
		assertEquals(Set.of("mail.send", "mail.receive"), session.scopes());
	}

	@Test
	void aDamagedSessionDoesNotKeepAnybodyFromSigningIn() throws Exception {
		java.nio.file.Files.write(home.resolve("vault/s-scripted.vault"), new byte[] { 1, 2, 3 });
		signIn(account, Direction.SEND);
		assertEquals(Optional.empty(), world.provider.signIns.getLast().previous());
		assertEquals("anna@example.test", credential().user());
	}

	@Test
	void aServersDemandReachesTheNextTokenRequestOnce() throws ProblemException {
		broker.challenged(binding(), Samples.IMAP, CLAIMS);
		credential();
		credential();
		assertEquals(List.of(Optional.of(CLAIMS), Optional.empty()), world.provider.asked.stream().map(request -> request.claims()).toList());
	}

	@Test
	void aDemandOfOneServerIsNoneOfAnother() throws ProblemException {
		broker.challenged(binding(), Samples.SMTP, CLAIMS);
		credential();
		assertEquals(Optional.empty(), world.provider.asked.getLast().claims());
	}

	@Test
	void aDemandThatNeedsAPersonReachesTheSignIn() throws ProblemException {
		broker.challenged(binding(), Samples.IMAP, CLAIMS);
		signIn(account, Direction.SEND);
		assertEquals(Optional.of(CLAIMS), world.provider.signIns.getLast().claims());
		signIn(account, Direction.SEND);
		assertEquals(Optional.empty(), world.provider.signIns.getLast().claims(), "it is satisfied");
	}

	@Test
	void theTokenEndpointsDemandReachesTheSignIn() throws ProblemException {
		credential();
		broker.refused(binding(), Samples.IMAP, "no");
		world.provider.trouble = PERSON.detail("claims", CLAIMS);
		assertThrows(ProblemException.class, this::credential);
		world.provider.trouble = null;
		signIn(account, Direction.SEND);
		assertEquals(Optional.of(CLAIMS), world.provider.signIns.getLast().claims());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "\"x\"", "claims=1&scope=all" })
	void whatIsNoClaimsRequestGoesNowhere(String text) throws ProblemException {
		broker.challenged(binding(), Samples.IMAP, text);
		credential();
		signIn(account, Direction.SEND);
		assertEquals(Optional.empty(), world.provider.asked.getLast().claims());
		assertEquals(Optional.empty(), world.provider.signIns.getLast().claims());
	}

	private Account signIn(Account which, Direction... directions) throws ProblemException {
		return broker.signIn(which, Set.of(directions), new Decider(UserDecision.REFUSE), null);
	}

	private AuthBinding binding() {
		return account.endpoints().getFirst().auth();
	}

	private org.postkontor.auth.Credential credential() throws ProblemException {
		return broker.credential(binding(), Samples.IMAP, Interaction.FORBIDDEN, null);
	}
}

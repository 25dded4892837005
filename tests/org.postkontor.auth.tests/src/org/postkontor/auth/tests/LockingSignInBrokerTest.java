package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class LockingSignInBrokerTest {
	private static final Problem GRANT_GONE = Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN);
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
	void givesTheStoredCredential() throws ProblemException {
		assertEquals("token-0", token(broker, Samples.IMAP));
	}

	@Test
	void aBindingWithoutSessionNeedsASignIn() {
		assertProblem("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, Samples.binding("scripted"), Samples.IMAP);
	}

	@Test
	void aSessionThatIsGoneNeedsASignIn() {
		assertProblem("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, binding.signedIn("zz"), Samples.IMAP);
	}

	@Test
	void anEditedAccountFileThatPointsToAForeignServerGetsNothing() {
		for (String host : List.of("imap.evil.test", "evil-imap.example.test", "imap.example.test.evil.test", "example.test", "127.0.0.1", "")) {
			ProblemException e = assertProblem("auth.foreign-host", ProblemKind.CONFIGURATION, binding, new Resource(Protocol.IMAP, host, 993));
			assertFalse(e.getMessage().contains("token"));
		}
		assertEquals(0, world.provider.refreshes.get());
	}

	@Test
	void aProvidersOwnServersNeedNoApproval() throws ProblemException {
		assertEquals("token-0", token(broker, new Resource(Protocol.SMTP, "smtp.mail.example.org", 465)));
		assertProblem("auth.foreign-host", ProblemKind.CONFIGURATION, binding, new Resource(Protocol.SMTP, "smtp-mail.example.org", 465));
	}

	@Test
	void aBindingWithAnotherIssuerDoesNotGetTheSession() {
		AuthBinding edited = new AuthBinding("scripted", "anna@example.test", "anna@example.test", Optional.of("a1"), Map.of("issuer", "https://evil.test"));
		assertProblem("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, edited, Samples.IMAP);
	}

	@Test
	void aBindingWithAnotherProviderDoesNotGetTheSession() {
		assertProblem("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, Samples.binding("password").signedIn("a1"), Samples.IMAP);
	}

	@Test
	void aSessionNameIsNeverAPath() {
		assertProblem("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, binding.signedIn("../vault/a1"), Samples.IMAP);
	}

	@Test
	void aRefreshIsStoredBeforeItIsUsed() throws ProblemException {
		world.provider.expired = true;
		assertEquals("token-1", token(broker, Samples.IMAP));
		assertEquals(Secret.of("token-1"), world.vault.read("a1").orElseThrow().secrets().get("access"));
	}

	@Test
	void twoThreadsThatFindAnExpiredTokenRefreshItOnce() throws Exception {
		assertEquals(List.of("token-1", "token-1"), inParallel(broker, broker));
		assertEquals(1, world.provider.refreshes.get());
	}

	@Test
	void twoProcessesThatFindAnExpiredTokenRefreshItOnce() throws Exception {
		assertEquals(List.of("token-1", "token-1"), inParallel(broker, world.broker()));
		assertEquals(1, world.provider.refreshes.get());
	}

	@Test
	void waitingForARefreshCanBeCancelled() throws Exception {
		world.provider.expired = true;
		world.provider.inRefresh = new CountDownLatch(1);
		world.provider.mayRefresh = new CountDownLatch(1);
		FutureTask<String> refreshing = start(() -> token(broker, Samples.IMAP));
		assertTrue(world.provider.inRefresh.await(10, TimeUnit.SECONDS));
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		ProblemException e = assertThrows(ProblemException.class, () -> broker.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, monitor));
		assertEquals(ProblemKind.CANCELLED, e.problem().kind());
		world.provider.mayRefresh.countDown();
		refreshing.get(10, TimeUnit.SECONDS);
	}

	@Test
	void networkTroubleKeepsTheSession() throws ProblemException {
		world.provider.expired = true;
		world.provider.trouble = NO_NETWORK;
		assertProblem("net.unreachable", ProblemKind.NETWORK, binding, Samples.IMAP);
		assertTrue(broker.waiting().isEmpty());
		world.provider.trouble = null;
		world.provider.refreshes.set(0);
		assertEquals("token-1", token(broker, Samples.IMAP));
	}

	@Test
	void aRotatedTokenThatCouldNotBeStoredIsStoredBeforeTheNextUse() throws ProblemException {
		AtomicInteger failures = new AtomicInteger(1);
		TokenVault full = new FullDiskVault(world.newVault(), failures);
		SignInBroker unlucky = world.broker(full);
		world.provider.expired = true;
		ProblemException e = assertThrows(ProblemException.class, () -> unlucky.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null));
		assertEquals(ProblemKind.STORAGE, e.problem().kind());
		assertEquals("token-1", token(unlucky, Samples.IMAP));
		assertEquals(Secret.of("token-1"), world.vault.read("a1").orElseThrow().secrets().get("access"));
		assertEquals(1, world.provider.refreshes.get());
	}

	@Test
	void aCrashBetweenRefreshAndStoreEndsInOneSignInAndNoLoop() throws ProblemException {
		world.provider.expired = true;
		SignInBroker crashing = world.broker(new FullDiskVault(world.newVault(), new AtomicInteger(Integer.MAX_VALUE)));
		assertThrows(ProblemException.class, () -> crashing.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null));
		world.provider.trouble = GRANT_GONE; // what a provider says to a token that it has rotated
		int before = world.provider.refreshes.get();
		SignInBroker restarted = world.broker();
		ProblemException e = assertThrows(ProblemException.class, () -> restarted.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null));
		assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
		assertEquals(before + 1, world.provider.refreshes.get());
		assertEquals(1, restarted.waiting().size());
		assertTrue(world.vault.read("a1").isPresent(), "nothing is deleted");
	}

	@Test
	void aRefusedCredentialIsRefreshedOnceAndThenNeedsASignIn() throws ProblemException {
		assertEquals("token-0", token(broker, Samples.IMAP));
		broker.refused(binding, Samples.IMAP, "AUTHENTICATE failed");
		assertEquals("token-1", token(broker, Samples.IMAP));
		broker.refused(binding, Samples.IMAP, "AUTHENTICATE failed\r\nagain");
		ProblemException e = assertProblem("auth.refused", ProblemKind.SIGN_IN_NEEDED, binding, Samples.IMAP);
		assertEquals("AUTHENTICATE failed again", e.problem().details().get("answer"));
		assertProblem("auth.refused", ProblemKind.SIGN_IN_NEEDED, binding, Samples.IMAP);
		assertEquals(1, world.provider.refreshes.get());
	}

	@Test
	void aTokenThatWorkedForAWhileBeforeItWasRefusedIsRefreshedAgain() throws ProblemException {
		token(broker, Samples.IMAP);
		broker.refused(binding, Samples.IMAP, "no");
		assertEquals("token-1", token(broker, Samples.IMAP));
		world.clock.advance(Duration.ofMinutes(30));
		assertEquals("token-1", token(broker, Samples.IMAP));
		broker.refused(binding, Samples.IMAP, "no");
		assertEquals("token-2", token(broker, Samples.IMAP));
	}

	@Test
	void aRefusalOfWhatWasNeverGivenOutChangesNothing() throws ProblemException {
		token(broker, Samples.IMAP);
		broker.refused(binding, Samples.SMTP, "no");
		assertEquals("token-0", token(broker, Samples.IMAP));
		assertEquals(0, world.provider.refreshes.get());
	}

	@Test
	void whatAnotherProcessRefreshedIsTakenInsteadOfRefreshingAgain() throws ProblemException {
		SignInBroker other = world.broker();
		token(broker, Samples.IMAP);
		token(other, Samples.IMAP);
		broker.refused(binding, Samples.IMAP, "no");
		other.refused(binding, Samples.IMAP, "no");
		assertEquals("token-1", token(broker, Samples.IMAP));
		assertEquals("token-1", token(other, Samples.IMAP));
		assertEquals(1, world.provider.refreshes.get());
	}

	@Test
	void aSignOutByAnotherProductWaitsForARunningRefreshAndNothingComesBack() throws Exception {
		world.accounts.add(Samples.account(binding, binding));
		world.provider.expired = true;
		world.provider.inRefresh = new CountDownLatch(1);
		world.provider.mayRefresh = new CountDownLatch(1);
		FutureTask<String> refreshing = start(() -> token(broker, Samples.IMAP));
		assertTrue(world.provider.inRefresh.await(10, TimeUnit.SECONDS));
		FutureTask<String> leaving = start(() -> {
			new StoredSignIns(world.sessions()).signOut("a1", null);
			return "out";
		});
		assertThrows(java.util.concurrent.TimeoutException.class, () -> leaving.get(200, TimeUnit.MILLISECONDS), "the session is in use");
		world.provider.mayRefresh.countDown();
		assertEquals("token-1", refreshing.get(20, TimeUnit.SECONDS));
		assertEquals("out", leaving.get(20, TimeUnit.SECONDS));
		assertTrue(world.vault.read("a1").isEmpty());
		assertProblem("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, binding, Samples.IMAP);
		assertTrue(world.vault.read("a1").isEmpty(), "the refreshed session does not come back");
		assertEquals(1, world.provider.revoked.get());
	}

	@Test
	void twoProductsReadTheSameSessionAtTheSameTime() throws Exception {
		SignInBroker other = world.broker();
		List<FutureTask<String>> reading = new java.util.ArrayList<>();
		for (int i = 0; i < 16; i++) {
			SignInBroker product = i % 2 == 0 ? broker : other;
			reading.add(start(() -> token(product, Samples.IMAP)));
		}
		for (FutureTask<String> each : reading) {
			assertEquals("token-0", each.get(20, TimeUnit.SECONDS));
		}
		assertEquals(0, world.provider.refreshes.get());
	}

	@Test
	void onlyBackgroundWorkWaitsForAPerson() throws ProblemException {
		AuthBinding unbound = Samples.binding("scripted");
		assertThrows(ProblemException.class, () -> broker.credential(unbound, Samples.IMAP, Interaction.ALLOWED, null));
		assertEquals(List.of(), broker.waiting());
		assertThrows(ProblemException.class, () -> broker.credential(unbound, Samples.IMAP, Interaction.FORBIDDEN, null));
		assertThrows(ProblemException.class, () -> broker.credential(unbound, Samples.SMTP, Interaction.FORBIDDEN, null));
		assertEquals(1, broker.waiting().size(), "one prompt per identity");
	}

	private List<String> inParallel(SignInBroker first, SignInBroker second) throws Exception {
		world.provider.expired = true;
		world.provider.inRefresh = new CountDownLatch(1);
		world.provider.mayRefresh = new CountDownLatch(1);
		FutureTask<String> one = start(() -> token(first, Samples.IMAP));
		assertTrue(world.provider.inRefresh.await(10, TimeUnit.SECONDS));
		FutureTask<String> two = start(() -> token(second, Samples.IMAP));
		assertThrows(java.util.concurrent.TimeoutException.class, () -> two.get(200, TimeUnit.MILLISECONDS), "the second waits");
		world.provider.mayRefresh.countDown();
		return List.of(one.get(20, TimeUnit.SECONDS), two.get(20, TimeUnit.SECONDS));
	}

	private static FutureTask<String> start(Callable<String> work) {
		FutureTask<String> task = new FutureTask<>(work);
		Thread.ofVirtual().start(task);
		return task;
	}

	private String token(SignInBroker from, Resource resource) throws ProblemException {
		return text(from.credential(binding, resource, Interaction.FORBIDDEN, null));
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

package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.idp.ScriptedBrowser;
import org.postkontor.testkit.peer.HttpAnswer;

/** Broker, vault and OAuth provider together, against an identity provider that detects reused refresh tokens. */
class BrokerWithProviderTest {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);

	@TempDir
	Path home;
	OidcWorld world;
	final DataKey key = DataKey.random(new SecureRandom());
	SignInBroker broker;

	@BeforeEach
	void open() throws Exception {
		world = new OidcWorld();
		broker = broker();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@Test
	void twoThreadsInTwoProcessesMakeOneTokenRequest() throws Exception {
		AuthBinding binding = signedIn();
		world.idp.expireAccessTokens(OidcWorld.ANNA);
		world.advance(Duration.ofHours(2));
		int before = world.idp.tokenRequests();
		SignInBroker otherProcess = broker();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<String>> work = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				SignInBroker from = i % 2 == 0 ? broker : otherProcess;
				work.add(() -> token(from, binding));
			}
			Set<String> tokens = new java.util.HashSet<>();
			for (Future<String> done : threads.invokeAll(work)) {
				tokens.add(done.get());
			}
			assertEquals(1, tokens.size());
			assertEquals(OidcWorld.ANNA, world.idp.activeUser(tokens.iterator().next()).orElseThrow());
		}
		assertEquals(before + 1, world.idp.tokenRequests());
	}

	@Test
	void aDayOfRefreshesNeverReusesARotatedToken() throws Exception {
		AuthBinding binding = signedIn();
		for (int hour = 0; hour < 8; hour++) {
			world.advance(Duration.ofHours(1));
			assertTrue(world.idp.activeUser(token(hour % 2 == 0 ? broker : broker(), binding)).isPresent());
		}
	}

	@Test
	void case51APortalForADayKeepsTheSignIn() throws Exception {
		AuthBinding binding = signedIn();
		world.advance(Duration.ofHours(2));
		for (int i = 0; i < 3; i++) {
			world.idp.nextTokenAnswer(HttpAnswer.html(200, "<html>portal</html>"));
			assertTrue(assertThrows(ProblemException.class, () -> token(broker, binding)).problem().kind().isTransient());
		}
		assertEquals(List.of(), broker.waiting());
		assertTrue(world.idp.activeUser(token(broker, binding)).isPresent());
	}

	@Test
	void aRevokedSignInWaitsForThePersonAndGoesOnAfterwards() throws Exception {
		AuthBinding binding = signedIn();
		world.idp.revokeAll(OidcWorld.ANNA);
		broker.refused(binding, OidcWorld.IMAP, "NO");
		assertTrue(!token(broker, binding).isEmpty(), "nobody was given a credential in this process yet");
		broker.refused(binding, OidcWorld.IMAP, "NO AUTHENTICATE failed");
		ProblemException e = assertThrows(ProblemException.class, () -> token(broker, binding));
		assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
		assertEquals("NO AUTHENTICATE failed", e.problem().details().get("answer"));
		assertEquals(1, broker.waiting().size());
		AuthBinding again = signedIn();
		assertEquals(binding.session(), again.session());
		assertEquals(List.of(), broker.waiting());
		assertTrue(world.idp.activeUser(token(broker, again)).isPresent());
	}

	@Test
	void aSignOutIsConfirmedByTheProvider() throws Exception {
		AuthBinding binding = signedIn();
		String token = token(broker, binding);
		assertEquals(List.of(), broker.signOut(bound(binding), null).unconfirmed());
		assertEquals(Optional.empty(), world.idp.activeUser(token));
	}

	static Stream<HttpAnswer> noConfirmations() {
		return Stream.of(HttpAnswer.json(503, "{\"error\":\"temporarily_unavailable\"}"), HttpAnswer.json(400, "{\"error\":\"unsupported_token_type\"}"),
				HttpAnswer.html(502, "<html>portal</html>"), HttpAnswer.noAnswer());
	}

	@ParameterizedTest
	@MethodSource("noConfirmations")
	void aSignOutThatTheProviderDoesNotConfirmGoesOnAndSaysWhereTheAccessCanBeEnded(HttpAnswer answer) throws Exception {
		AuthBinding binding = signedIn();
		world.idp.nextRevocationAnswer(answer);
		SignInBroker.SignedOut done = broker.signOut(bound(binding), null);
		assertEquals(List.of(), vault().sessions());
		assertTrue(done.account().endpoints().stream().allMatch(endpoint -> endpoint.auth().session().isEmpty()));
		Problem told = done.unconfirmed().getFirst();
		assertEquals("auth.not-revoked", told.id());
		assertEquals(world.idp.issuer(), told.values().get("page"));
		assertEquals(OidcWorld.ANNA, told.values().get("principal"));
	}

	@Test
	void signingInAsSomebodyElseStoresNothing() throws Exception {
		ProblemException e = assertThrows(ProblemException.class,
				() -> broker.signIn(account(), BOTH, world.person(ScriptedBrowser.of("bert@example.test", "berts-password")), null));
		assertEquals("auth.wrong-user", e.problem().id());
		assertEquals(List.of(), vault().sessions());
	}

	@Test
	void noSecretIsSeenInLogsProblemsFilesOrNames() throws Exception {
		LogWatch log = new LogWatch();
		Logger root = Logger.getLogger("org.postkontor");
		Level before = root.getLevel();
		root.setLevel(Level.ALL);
		root.addHandler(log);
		StringBuilder seen = new StringBuilder();
		Map<String, Canary> canaries = new LinkedHashMap<>();
		try {
			AuthBinding binding = signedIn();
			collect(canaries, binding);
			world.advance(Duration.ofHours(2));
			token(broker, binding);
			collect(canaries, binding);
			world.idp.revokeAll(OidcWorld.ANNA);
			world.advance(Duration.ofHours(2));
			StringWriter trace = new StringWriter();
			assertThrows(ProblemException.class, () -> token(broker, binding)).printStackTrace(new PrintWriter(trace));
			seen.append(trace).append(broker.waiting()).append(broker.session(binding)).append(world.opened);
			broker.signOut(bound(binding), null);
		} finally {
			root.removeHandler(log);
			root.setLevel(before);
		}
		seen.append(log.text);
		try (Stream<Path> files = Files.walk(home)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				seen.append(file).append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
			}
		}
		canaries.forEach((name, canary) -> assertEquals(List.of(), canary.findIn(seen), name));
		assertTrue(canaries.size() >= 4);
	}

	private void collect(Map<String, Canary> canaries, AuthBinding binding) throws ProblemException {
		Session session = broker.session(binding).orElseThrow();
		session.secrets().forEach((name, secret) -> canaries.put(name + canaries.size(), Canary.of(OidcWorld.text(secret))));
		canaries.put("state" + canaries.size(), Canary.of(OidcWorld.query(world.opened.getLast().url()).get("state")));
	}

	private AuthBinding signedIn() throws ProblemException {
		return broker.signIn(account(), BOTH, world.anna(), null).endpoints().getFirst().auth();
	}

	private Account account() throws ProblemException {
		return bound(world.binding());
	}

	private static Account bound(AuthBinding binding) throws ProblemException {
		return new Account(AccountId.create(), "Anna", MailAddress.parse(OidcWorld.ANNA), "", Scope.EMPLOYEE,
				List.of(new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, binding),
						new Endpoint(Protocol.SMTP, "smtp.example.test", 465, TlsMode.IMPLICIT, binding)));
	}

	private TokenVault vault() {
		return new EncryptedFileTokenVault(new Home(home, true), mayCreate -> key, world.clock, new SecureRandom());
	}

	private SignInBroker broker() {
		return new LockingSignInBroker(new OneProvider(world), vault(), new NoAccounts(), new Home(home, true), world.clock, OidcWorld.EXPLANATIONS);
	}

	private static String token(SignInBroker from, AuthBinding binding) throws ProblemException {
		Credential.BearerToken bearer = (Credential.BearerToken) from.credential(binding, OidcWorld.IMAP, Interaction.FORBIDDEN, null);
		return OidcWorld.text(bearer.token());
	}

	private static final class LogWatch extends Handler {
		final StringBuffer text = new StringBuffer();

		@Override
		public void publish(LogRecord entry) {
			StringWriter trace = new StringWriter();
			Optional.ofNullable(entry.getThrown()).ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(trace)));
			text.append(entry.getMessage()).append(List.of(Optional.ofNullable(entry.getParameters()).orElse(new Object[0]))).append(trace);
		}

		@Override
		public void flush() {
			// kept in memory
		}

		@Override
		public void close() {
			// kept in memory
		}
	}
}

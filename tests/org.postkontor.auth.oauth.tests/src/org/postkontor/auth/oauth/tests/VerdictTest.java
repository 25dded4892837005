package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
import org.postkontor.auth.Interaction;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.testkit.peer.HttpAnswer;

/** What an answer of the token endpoint, over a socket, says about a stored sign-in. */
class VerdictTest {
	@TempDir
	Path home;
	OidcWorld world;
	SignInBroker broker;
	SignIns signIns;
	AuthBinding binding;

	@BeforeEach
	void signIn() throws Exception {
		world = new OidcWorld();
		DataKey key = DataKey.random(new SecureRandom());
		Home folder = new Home(home, true);
		Sessions sessions = new Sessions(new OneProvider(world), new EncryptedFileTokenVault(folder, mayCreate -> key, world.clock, new SecureRandom()),
				new NoAccounts(), folder, world.clock, Explanations.NONE, CrashPoint.NONE);
		broker = new LockingSignInBroker(sessions);
		signIns = new StoredSignIns(sessions);
		Account account = new Account(AccountId.create(), "Anna", MailAddress.parse(OidcWorld.ANNA), "", Scope.EMPLOYEE,
				List.of(new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, world.binding())));
		binding = broker.signIn(account, Set.of(Direction.RECEIVE), world.anna(), null).endpoints().getFirst().auth();
		use();
		assertEquals(Verdict.VALID, only().verdict());
		world.advance(Duration.ofHours(2));
	}

	@AfterEach
	void close() {
		world.close();
	}

	@ParameterizedTest
	@MethodSource
	void troubleOfTheProviderOrTheWayIsUnknownAndNeverInvalid(HttpAnswer trouble) throws ProblemException {
		world.idp.nextTokenAnswer(trouble);
		assertUnknown();
	}

	static Stream<HttpAnswer> troubleOfTheProviderOrTheWayIsUnknownAndNeverInvalid() {
		return Stream.of(HttpAnswer.html(200, "<html>hotel portal</html>"), HttpAnswer.html(503, "<html>down</html>"),
				HttpAnswer.json(500, "{\"error\":\"server_error\"}"), HttpAnswer.json(503, "{\"error\":\"temporarily_unavailable\"}"),
				HttpAnswer.json(400, "{\"error\":\"temporarily_unavailable\"}"), HttpAnswer.json(500, "{\"error\":\"invalid_grant\"}"),
				HttpAnswer.redirect(302, "https://portal.example.test/"), HttpAnswer.noAnswer());
	}

	@Test
	void noNetworkIsUnknown() throws ProblemException {
		world.offline = true;
		assertUnknown();
	}

	@Test
	void aRevokedSignInIsInvalidAndKept() throws ProblemException {
		world.idp.revokeAll(OidcWorld.ANNA);
		assertThrows(ProblemException.class, this::use);
		assertEquals(Verdict.INVALID, only().verdict());
		assertEquals("invalid_grant", only().problem().orElseThrow().details().get("error"));
	}

	private void assertUnknown() throws ProblemException {
		assertThrows(ProblemException.class, this::use);
		assertEquals(Verdict.UNKNOWN, only().verdict());
		assertTrue(only().problem().isPresent(), "the evidence");
		assertEquals(List.of(), broker.waiting());
		world.offline = false;
		use();
		assertEquals(Verdict.VALID, only().verdict());
	}

	private void use() throws ProblemException {
		broker.credential(binding, OidcWorld.IMAP, Interaction.FORBIDDEN, null);
	}

	private SignInInfo only() throws ProblemException {
		assertEquals(1, signIns.list().size());
		return signIns.list().getFirst();
	}
}

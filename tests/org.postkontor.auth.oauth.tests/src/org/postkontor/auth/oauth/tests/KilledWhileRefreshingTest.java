package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.CrashPoints;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** A product is killed between the provider's answer and its storing: the new refresh token is gone, the old one is used up. */
class KilledWhileRefreshingTest {
	private static final String BERT = "bert@example.test";

	@TempDir
	Path folder;
	private final DataKey key = DataKey.random(new SecureRandom());
	private List<String> files;

	@BeforeEach
	void files() throws Exception {
		files = List.of(folder.resolve("home").toString(), OidcWorld.AUTHORITY.writeCaPem(folder.resolve("ca.pem")).toString(),
				Files.writeString(folder.resolve("key"), key.encoded()).toString());
	}

	@Test
	@Timeout(value = 2, unit = TimeUnit.MINUTES)
	void theOldTokenIsTriedOnceAndThenAPersonSignsInAndNothingElseIsLost() throws Exception {
		try (BrokerStage stage = new BrokerStage(folder.resolve("home"), key)) {
			AuthBinding anna = stage.signedIn();
			AuthBinding bert = bert(stage);
			stage.world.advance(Duration.ofMinutes(61));
			int before = stage.world.idp.tokenRequests();
			kill(stage, anna);
			assertEquals(before + 1, stage.world.idp.tokenRequests());

			Problem problem = stage.refused(anna);
			assertEquals(ProblemKind.SIGN_IN_NEEDED, problem.kind());
			assertEquals("invalid_grant", problem.details().get("error"));
			assertEquals(before + 2, stage.world.idp.tokenRequests());
			assertTrue(stage.broker.session(anna).isPresent(), "nothing is deleted");
			assertEquals(1, stage.broker.waiting().size());
			for (int i = 0; i < 20; i++) {
				stage.refused(anna);
			}
			assertTrue(stage.world.idp.tokenRequests() <= before + 3, "no storm");

			assertFalse(stage.token(bert).isEmpty(), "another user's sign-in is not affected");
			AuthBinding again = stage.signIn(anna);
			assertTrue(stage.world.idp.activeUser(stage.token(again)).isPresent());
			assertEquals(List.of(), stage.broker.waiting());
		}
	}

	private void kill(BrokerStage stage, AuthBinding binding) throws Exception {
		List<String> arguments = List.of(files.get(0), files.get(1), files.get(2), binding.session().orElseThrow(), stage.world.idp.issuer());
		try (ForkedProduct product = new ForkedProduct(arguments, "-D" + CrashPoints.LABEL + "=after-refresh")) {
			product.ask(stage.world.clock.instant());
			assertEquals("failed: ended", product.answer());
			assertEquals(CrashPoints.STATUS, product.status());
		}
	}

	private static AuthBinding bert(BrokerStage stage) throws Exception {
		AuthBinding binding = AuthBinding.of("oauth", BERT, Map.copyOf(stage.world.binding().settings()));
		Account account = new Account(AccountId.create(), "Bert", MailAddress.parse(BERT), "", Scope.EMPLOYEE,
				List.of(new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, binding)));
		return stage.broker.signIn(account, Set.of(Direction.RECEIVE), stage.world.person(ScriptedBrowser.of(BERT, "berts-password")), null).endpoints()
				.getFirst().auth();
	}
}

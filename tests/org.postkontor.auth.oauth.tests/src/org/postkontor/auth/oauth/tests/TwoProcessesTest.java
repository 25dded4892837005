package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.internal.vault.DataKey;

/** What two products do to one sign-in at the same time, in an order that the test decides. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TwoProcessesTest {
	@TempDir
	Path folder;
	private final DataKey key = DataKey.random(new SecureRandom());
	private BrokerStage stage;
	private AuthBinding binding;
	private List<String> arguments;
	private Path go;
	private int before;

	@BeforeEach
	void signIn() throws Exception {
		stage = new BrokerStage(folder.resolve("home"), key);
		binding = stage.signedIn();
		go = folder.resolve("go");
		arguments = List.of(folder.resolve("home").toString(), OidcWorld.AUTHORITY.writeCaPem(folder.resolve("ca.pem")).toString(),
				Files.writeString(folder.resolve("key"), key.encoded()).toString(), binding.session().orElseThrow(), stage.world.idp.issuer());
		before = stage.world.idp.tokenRequests();
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void bothHaveReadTheOldTokenAndOneOfThemRefreshesIt() throws Exception {
		try (ForkedProduct one = holding(); ForkedProduct other = new ForkedProduct(arguments)) {
			ask(one);
			ask(other);
			String old = one.answer();
			assertEquals(old, other.answer());
			assertEquals(before, stage.world.idp.tokenRequests());
			stage.world.advance(Duration.ofMinutes(61));
			ask(one);
			assertEquals("[holding]", one.answer());
			ask(other); // waits for what the first has not stored yet
			Files.createFile(go);
			String fresh = one.answer();
			assertToken(fresh);
			assertNotEquals(old, fresh);
			assertEquals(fresh, other.answer());
			assertEquals(before + 1, stage.world.idp.tokenRequests());
		}
		stage.world.advance(Duration.ofMinutes(61));
		assertTrue(stage.world.idp.activeUser(stage.token(binding)).isPresent(), "no token was lost");
	}

	@Test
	void aSignOutWaitsForARefreshAndNothingComesBack() throws Exception {
		try (ForkedProduct refreshing = holding(); ForkedProduct leaving = new ForkedProduct(arguments)) {
			stage.world.advance(Duration.ofMinutes(61));
			ask(refreshing);
			assertEquals("[holding]", refreshing.answer());
			leaving.signOut();
			assertEquals("[leaving]", leaving.answer());
			Files.createFile(go);
			String answer = refreshing.answer(); // one of its threads refreshed; those that came after the sign-out are told so
			assertTrue(answer.matches("\\[[0-9a-f]{16}(, failed: auth\\.not-signed-in [^,]*)?]"), answer);
			assertEquals("[out]", leaving.answer());
			assertSignedOut(refreshing);
			assertSignedOut(leaving);
		}
	}

	@Test
	void aProductThatReadTheTokenBeforeASignOutDoesNotUseItAfterwards() throws Exception {
		try (ForkedProduct other = new ForkedProduct(arguments); ForkedProduct leaving = new ForkedProduct(arguments)) {
			ask(other);
			assertToken(other.answer());
			leaving.signOut();
			assertEquals("[leaving]", leaving.answer());
			assertEquals("[out]", leaving.answer());
			before--; // no refresh in this one
			assertSignedOut(other);
		}
	}

	/** Neither the product, nor the vault, nor the provider knows the sign-in any more. */
	private void assertSignedOut(ForkedProduct product) throws Exception {
		for (int i = 0; i < 2; i++) {
			ask(product);
			assertTrue(product.answer().contains("auth.not-signed-in"));
			stage.world.advance(Duration.ofMinutes(61));
		}
		assertEquals(before + 1, stage.world.idp.tokenRequests());
		assertFalse(Files.exists(folder.resolve("home/vault").resolve(binding.session().orElseThrow() + ".vault")));
		assertEquals(List.of(), stage.vault.sessions());
		assertEquals("auth.not-signed-in", stage.refused(binding).id());
	}

	private ForkedProduct holding() throws Exception {
		return new ForkedProduct(arguments, "-D" + RefreshingProcess.HOLD + "=" + go);
	}

	private void ask(ForkedProduct product) throws Exception {
		product.ask(stage.world.clock.instant());
	}

	private static void assertToken(String answer) {
		assertTrue(answer.matches("\\[[0-9a-f]{16}]"), answer);
	}
}

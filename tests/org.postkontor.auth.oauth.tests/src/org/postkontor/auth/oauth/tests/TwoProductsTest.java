package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.internal.vault.DataKey;

/** Two products on one home, many threads each, one token that is exchanged at each refresh: the provider ends it if an old one comes again. */
class TwoProductsTest {
	private static final Duration LIFETIME = Duration.ofMinutes(61);
	@TempDir
	Path folder;

	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void askTheProviderOnceAnExpiryAndLoseNoToken() throws Exception {
		expire(100);
	}

	@Test
	@Tag("long")
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void askTheProviderAThousandTimesForAThousandExpiries() throws Exception {
		expire(1000);
	}

	private void expire(int expiries) throws Exception {
		DataKey key = DataKey.random(new SecureRandom());
		Path keyFile = Files.writeString(folder.resolve("key"), key.encoded());
		Path ca = OidcWorld.AUTHORITY.writeCaPem(folder.resolve("ca.pem"));
		try (BrokerStage stage = new BrokerStage(folder.resolve("home"), key)) {
			AuthBinding binding = stage.signedIn();
			List<String> arguments = List.of(folder.resolve("home").toString(), ca.toString(), keyFile.toString(), binding.session().orElseThrow(),
					stage.world.idp.issuer());
			try (ForkedProduct one = new ForkedProduct(arguments); ForkedProduct other = new ForkedProduct(arguments)) {
				int before = stage.world.idp.tokenRequests();
				for (int expiry = 1; expiry <= expiries; expiry++) {
					stage.world.clock.advance(LIFETIME);
					one.ask(stage.world.clock.instant());
					other.ask(stage.world.clock.instant());
					String tokens = one.answer();
					assertFalse(tokens.contains("failed") || tokens.contains(","), tokens);
					assertEquals(tokens, other.answer(), "expiry " + expiry);
					assertEquals(before + expiry, stage.world.idp.tokenRequests(), "expiry " + expiry);
				}
			}
			assertFalse(stage.refreshToken(binding).isEmpty());
		}
	}
}

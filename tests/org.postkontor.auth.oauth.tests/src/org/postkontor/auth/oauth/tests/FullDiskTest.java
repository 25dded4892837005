package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.internal.vault.DataKey;

/**
 * The operating system refuses to write while a rotated token is stored: a limit on the size of the process' files, which needs no
 * rights of an administrator and, like a full disk, lets a write end in the middle.
 */
class FullDiskTest {
	private static final int ROOM = 512;

	@TempDir
	Path folder;

	@Test
	@Timeout(value = 2, unit = TimeUnit.MINUTES)
	void theOldFileStaysAndTheNewTokenIsStoredAsSoonAsThereIsRoom() throws Exception {
		DataKey key = DataKey.random(new SecureRandom());
		try (BrokerStage stage = new BrokerStage(folder.resolve("home"), key)) {
			AuthBinding binding = stage.signedIn();
			String oldToken = stage.refreshToken(binding);
			Path file = folder.resolve("home/vault").resolve(binding.session().orElseThrow() + ".vault");
			byte[] old = Files.readAllBytes(file);
			assertTrue(old.length > ROOM, "longer than what can be written");
			List<String> arguments = List.of(folder.resolve("home").toString(), OidcWorld.AUTHORITY.writeCaPem(folder.resolve("ca.pem")).toString(),
					Files.writeString(folder.resolve("key"), key.encoded()).toString(), binding.session().orElseThrow(), stage.world.idp.issuer());
			int before = stage.world.idp.tokenRequests();
			stage.world.advance(Duration.ofMinutes(61));
			try (ForkedProduct product = ForkedProduct.onAFullDisk(ROOM, arguments)) {
				for (int i = 0; i < 3; i++) {
					product.ask(stage.world.clock.instant());
					String answer = product.answer();
					assertTrue(answer.contains("auth.vault-io"), answer);
					assertArrayEquals(old, Files.readAllBytes(file), "the old one is whole");
					assertEquals(before + 1, stage.world.idp.tokenRequests(), "no other one is asked for, and no used-up one tried");
				}
				product.room();
				product.ask(stage.world.clock.instant());
				String answer = product.answer();
				assertTrue(answer.matches("\\[[0-9a-f]{16}]"), answer);
				assertEquals(before + 1, stage.world.idp.tokenRequests());
			}
			assertNotEquals(oldToken, stage.refreshToken(binding));
			stage.world.advance(Duration.ofMinutes(61));
			assertTrue(stage.world.idp.activeUser(stage.token(binding)).isPresent(), "no token was lost");
		}
	}
}

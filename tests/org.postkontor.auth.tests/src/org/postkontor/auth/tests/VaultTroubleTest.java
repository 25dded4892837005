package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.DataKeys;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.auth.internal.vault.SecureStorageDataKeys;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.Wait;

/** The keyring or the disk fails under a broker: a clear problem, nothing deleted, and it goes on when the trouble is over. */
class VaultTroubleTest {
	@TempDir
	Path home;
	BrokerWorld world;
	FakePreferences keyring;
	byte[] stored;
	final AuthBinding binding = Samples.binding("scripted").signedIn("a1");

	@BeforeEach
	void aSessionIsStoredWithAKeyOfTheKeyring() throws Exception {
		world = new BrokerWorld(home);
		Path storage = Files.writeString(home.resolve("secure_storage"), "/other/entry=theirs\n");
		keyring = new FakePreferences(storage);
		vault(keys()).write(Samples.session("a1", "token-0"));
		stored = Files.readAllBytes(file());
	}

	@Test
	void aMissingKeyIsNeitherReplacedNorBlamedOnTheSession() throws Exception {
		String before = Files.readString(home.resolve("secure_storage"));
		Files.writeString(home.resolve("secure_storage"), "/other/entry=theirs\n");
		keyring = new FakePreferences(home.resolve("secure_storage"));
		SignInBroker broker = broker(keys());
		assertTrouble("auth.vault-key-missing", broker);
		assertFalse(Files.readString(home.resolve("secure_storage")).contains(SecureStorageDataKeys.ENTRY), "no new key");
		Files.writeString(home.resolve("secure_storage"), before); // the backup of the keyring
		keyring = new FakePreferences(home.resolve("secure_storage"));
		assertEquals("token-0", token(broker(keys())));
	}

	@Test
	void aLockedKeyringIsWaitedForAndWorksOnceItIsOpen() throws Exception {
		keyring.locked = new CountDownLatch(1);
		SignInBroker broker = broker(keys(Duration.ofMillis(50)));
		assertTrouble("auth.keyring-locked", broker);
		keyring.locked.countDown();
		Wait.until(() -> {
			try {
				return "token-0".equals(token(broker));
			} catch (ProblemException e) {
				return false;
			}
		}, Duration.ofSeconds(10));
	}

	@Test
	void aKeyringThatRefusesIsAskedAgain() throws Exception {
		SignInBroker broker = broker(keys());
		keyring.failure = new IllegalStateException("removed node");
		assertTrouble("auth.keyring-refused", broker);
		keyring.failure = null;
		assertEquals("token-0", token(broker));
	}

	@Test
	void anotherKeyThanTheFilesOpensNothingAndOverwritesNothing() throws Exception {
		DataKey other = DataKey.random(new SecureRandom());
		SignInBroker broker = broker(mayCreate -> other);
		assertTrouble("auth.vault-key-missing", broker);
		assertThrows(ProblemException.class, () -> vault(mayCreate -> other).write(Samples.session("a1", "mine")));
		assertArrayEquals(stored, Files.readAllBytes(file()));
		assertEquals("token-0", token(broker(keys())));
	}

	@Test
	void aFullDiskKeepsTheRotatedTokenInMemoryUntilThereIsSpace() throws Exception {
		FullDisk disk = new FullDisk();
		SignInBroker broker = new org.postkontor.auth.internal.broker.LockingSignInBroker(
				world.sessions(new EncryptedFileTokenVault(Samples.home(home), keys(), world.clock, new SecureRandom(), disk)));
		world.provider.expired = true;
		disk.full = true;
		for (int i = 0; i < 3; i++) {
			ProblemException e = assertThrows(ProblemException.class, () -> token(broker));
			assertEquals("auth.vault-io", e.problem().id());
			assertArrayEquals(stored, Files.readAllBytes(file()), "the old one is whole");
		}
		assertEquals(1, world.provider.refreshes.get(), "the provider is not asked for another one");
		assertEquals(List.of(), broker.waiting());
		disk.full = false;
		assertEquals("token-1", token(broker));
		assertEquals(Secret.of("token-1"), vault(keys()).read("a1").orElseThrow().secrets().get("access"));
	}

	private void assertTrouble(String id, SignInBroker broker) throws IOException {
		Problem problem = assertThrows(ProblemException.class, () -> token(broker)).problem();
		assertEquals(id, problem.id());
		assertEquals(ProblemKind.KEYRING, problem.kind());
		assertEquals(List.of(), broker.waiting(), "no sign-in would help");
		assertArrayEquals(stored, Files.readAllBytes(file()), "nothing is deleted");
		assertEquals(0, world.provider.refreshes.get());
		assertTrue(Files.readString(home.resolve("secure_storage")).contains("/other/entry=theirs"));
	}

	private SignInBroker broker(DataKeys keys) {
		return world.broker(vault(keys));
	}

	private EncryptedFileTokenVault vault(DataKeys keys) {
		return new EncryptedFileTokenVault(Samples.home(home), keys, world.clock, new SecureRandom());
	}

	private DataKeys keys() {
		return keys(Duration.ofSeconds(10));
	}

	private DataKeys keys(Duration limit) {
		return new SecureStorageDataKeys(keyring, home.resolve("locks").resolve("key.lock"), new SecureRandom(), limit);
	}

	private String token(SignInBroker broker) throws ProblemException {
		Credential.BearerToken bearer = (Credential.BearerToken) broker.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null);
		return bearer.token().use(text -> text);
	}

	private Path file() {
		return home.resolve("vault/a1.vault");
	}

	/** No space left on device. */
	private static final class FullDisk extends PrivateFiles {
		volatile boolean full;

		@Override
		public void force(FileChannel channel) throws IOException {
			if (full) {
				throw new IOException("No space left on device");
			}
			super.force(channel);
		}
	}
}

package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.fakes.Typist;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.store.PrivateFiles;

/**
 * Vault files that other versions wrote, frozen below {@code formats/}: the form before contents had a number, and one of a
 * version to come.
 */
class SessionFormatTest {
	@TempDir
	Path home;
	BrokerWorld world;
	DataKey key;
	final AuthBinding binding = Samples.binding("scripted").signedIn("a1");

	@BeforeEach
	void open() throws IOException {
		world = new BrokerWorld(home);
		key = DataKey.parse(new String(sample("vault-key.txt"), StandardCharsets.US_ASCII)).orElseThrow();
	}

	@Test
	void theFormWithoutANumberIsReadAndWrittenAnew() throws Exception {
		byte[] old = put("a1-unnumbered.vault");
		assertEquals(Samples.session("a1", "token-0"), vault().read("a1").orElseThrow());
		byte[] migrated = Files.readAllBytes(file());
		assertFalse(java.util.Arrays.equals(old, migrated));
		assertEquals(List.of(Samples.session("a1", "token-0")), vault().sessions());
		assertArrayEquals(migrated, Files.readAllBytes(file()), "once");
		assertFalse(Files.exists(home.resolve("vault/a1.previous")));
	}

	@Test
	void aSignInOfTheFormWithoutANumberIsStillUsedAndRefreshed() throws Exception {
		put("a1-unnumbered.vault");
		SignInBroker broker = new LockingSignInBroker(sessions());
		broker.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null);
		world.provider.expired = true;
		broker.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null);
		assertEquals(1, world.provider.refreshes.get());
		assertEquals(Samples.session("a1", "token-1").secrets().get("access"), vault().read("a1").orElseThrow().secrets().get("access"));
		assertEquals(List.of(), broker.waiting());
	}

	@Test
	void onAFullDiskTheFormWithoutANumberIsReadAndStays() throws Exception {
		byte[] old = put("a1-unnumbered.vault");
		EncryptedFileTokenVault vault = new EncryptedFileTokenVault(Samples.home(home), mayCreate -> key, world.clock, new SecureRandom(), new PrivateFiles() {
			@Override
			public void replace(Path target, byte[] content) throws IOException {
				if (target.getFileName().toString().startsWith("a1")) {
					throw new IOException("No space left on device");
				}
				super.replace(target, content);
			}
		});
		assertEquals(Samples.session("a1", "token-0"), vault.read("a1").orElseThrow());
		assertArrayEquals(old, Files.readAllBytes(file()));
	}

	@Test
	void aNewerSignInNeedsTheNewerVersionAndIsLeftUntouched() throws Exception {
		byte[] newer = put("a1-newer.vault");
		Sessions sessions = sessions();
		SignInBroker broker = new LockingSignInBroker(sessions);
		ProblemException e = assertThrows(ProblemException.class, () -> broker.credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null));
		assertEquals("auth.session-newer", e.problem().id());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
		assertEquals(Remedy.UPDATE_PRODUCT, e.problem().remedy());
		assertEquals("anna@example.test", e.problem().values().get("principal"));
		assertEquals("auth.session-newer", broker.waiting().getFirst().problem().id());
		SignIns signIns = new StoredSignIns(sessions);
		signIns.keepAlive(null);
		assertEquals(List.of(), signIns.list());
		assertThrows(ProblemException.class, () -> vault().write(Samples.session("a1", "mine")));
		assertArrayEquals(newer, Files.readAllBytes(file()));
	}

	@Test
	void nobodySignsInForNothingOverANewerSignIn() throws Exception {
		byte[] newer = put("a1-newer.vault");
		SignInBroker broker = new LockingSignInBroker(sessions());
		int asked = world.provider.signIns.size();
		ProblemException e = assertThrows(ProblemException.class,
				() -> broker.signIn(Samples.account(binding, binding), Set.of(Direction.SEND), new Typist(""), null));
		assertEquals("auth.vault-newer", e.problem().id());
		assertEquals(asked, world.provider.signIns.size());
		assertArrayEquals(newer, Files.readAllBytes(file()));
	}

	@Test
	void signingOutIsTheWayToStayWithThisVersion() throws Exception {
		put("a1-newer.vault");
		Sessions sessions = sessions();
		SignInBroker broker = new LockingSignInBroker(sessions);
		broker.signOut(Samples.account(binding, binding), null);
		assertFalse(Files.exists(file()));
		broker.signIn(Samples.account(Samples.binding("scripted"), Samples.binding("scripted")), Set.of(Direction.SEND), new Typist(""), null);
		assertTrue(new StoredSignIns(sessions).list().size() == 1);
	}

	private Sessions sessions() {
		return world.sessions(vault());
	}

	private EncryptedFileTokenVault vault() {
		return new EncryptedFileTokenVault(Samples.home(home), mayCreate -> key, world.clock, new SecureRandom());
	}

	private Path file() {
		return home.resolve("vault/a1.vault");
	}

	private byte[] put(String sample) throws IOException {
		byte[] content = sample(sample);
		Files.createDirectories(home.resolve("vault"));
		Files.write(file(), content);
		return content;
	}

	private static byte[] sample(String name) throws IOException {
		try (InputStream in = SessionFormatTest.class.getResourceAsStream("formats/" + name)) {
			return java.util.Objects.requireNonNull(in, name).readAllBytes();
		}
	}
}

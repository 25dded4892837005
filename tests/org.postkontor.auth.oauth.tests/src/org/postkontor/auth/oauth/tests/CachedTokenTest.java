package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Home;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** A token that is still good needs neither the identity provider nor, once it was unlocked, the disk. */
class CachedTokenTest {
	private static final Duration AFTER_EXPIRY = Duration.ofHours(2);

	@TempDir
	Path folder;
	private final DataKey key = DataKey.random(new SecureRandom());
	private Path home;
	private BrokerStage stage;
	private AuthBinding binding;
	private String token;
	private int requests;

	@BeforeEach
	void aTokenWasGivenOut() throws Exception {
		home = folder.resolve("home");
		stage = new BrokerStage(home, key);
		binding = stage.signedIn();
		token = stage.token(binding);
		requests = stage.world.idp.tokenRequests();
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void isGivenOutWithoutNetwork() throws Exception {
		stage.world.idp.close();
		assertSameToken();
		stage.world.advance(AFTER_EXPIRY);
		Problem problem = stage.refused(binding);
		assertEquals(ProblemKind.NETWORK, problem.kind());
		assertEquals(Verdict.UNKNOWN, stage.signIns.list().getFirst().verdict());
		assertNothingBlamed();
	}

	/** The name is below a domain that never exists (RFC 6761, 6.4), and is looked up as the product looks up any name. */
	@Test
	void isGivenOutAndNeverBlamedWhenTheProvidersNameIsNotFound() throws Exception {
		Session session = stage.vault.read(binding.session().orElseThrow()).orElseThrow();
		Map<String, String> attributes = new HashMap<>(session.attributes());
		attributes.put("tokenUri", "https://login.postkontor-example.invalid/token");
		Session moved = session.refreshed(session.refreshed(), session.secrets(), attributes, session.scopes());
		stage.vault.write(moved);
		assertSameToken();
		stage.world.advance(AFTER_EXPIRY);
		Problem problem = stage.refused(binding);
		assertEquals("net.unknown-host", problem.id());
		assertEquals(ProblemKind.NETWORK, problem.kind());
		assertEquals("login.postkontor-example.invalid", problem.values().get("host"));
		stage.assertExplained(problem);
		assertEquals(Verdict.UNKNOWN, stage.signIns.list().getFirst().verdict());
		assertEquals("net.unknown-host", stage.signIns.list().getFirst().problem().orElseThrow().id());
		assertEquals(moved, stage.vault.read(moved.id()).orElseThrow(), "nothing is deleted");
		assertNothingBlamed();
	}

	@Test
	void isGivenOutWhileItsFileCannotBeRead() throws Exception {
		Path file = home.resolve("vault").resolve(binding.session().orElseThrow() + ".vault");
		Files.move(file, folder.resolve("aside"));
		Files.createDirectory(file); // no mode keeps an administrator from reading a file, but nobody reads a folder
		assertSameToken();
		stage.world.advance(AFTER_EXPIRY);
		assertDiskProblem();
		Files.delete(file);
		Files.move(folder.resolve("aside"), file);
		assertGoesOn();
	}

	@Test
	void isGivenOutWhileTheWholeFolderIsGone() throws Exception {
		Files.move(home, folder.resolve("away"));
		assertSameToken();
		stage.world.advance(AFTER_EXPIRY);
		assertDiskProblem();
		deleteAll(home);
		Files.move(folder.resolve("away"), home);
		assertGoesOn();
	}

	@Test
	void isNotGivenOutAfterAnotherProductSignedOut() throws Exception {
		stage.vault(new Home(home, true), key).remove(binding.session().orElseThrow());
		assertEquals("auth.not-signed-in", stage.refused(binding).id());
	}

	@Test
	void isNotGivenOutWithoutDiskOnceAServerRefusedIt() throws Exception {
		Files.move(home, folder.resolve("away"));
		stage.broker.refused(binding, OidcWorld.IMAP, "no");
		assertDiskProblem();
	}

	@Test
	void aSignOutWithoutDiskIsNoSignOut() throws Exception {
		Files.move(home, folder.resolve("away"));
		assertThrows(ProblemException.class, () -> stage.signIns.signOut(binding.session().orElseThrow(), null));
		deleteAll(home);
		Files.move(folder.resolve("away"), home);
		assertSameToken();
	}

	private void assertSameToken() throws ProblemException {
		for (int i = 0; i < 3; i++) {
			assertEquals(token, stage.token(binding));
		}
		assertEquals(requests, stage.world.idp.tokenRequests());
	}

	private void assertDiskProblem() {
		Problem problem = stage.refused(binding);
		assertEquals("auth.vault-io", problem.id());
		assertEquals(ProblemKind.STORAGE, problem.kind());
		stage.assertExplained(problem);
		assertEquals(requests, stage.world.idp.tokenRequests(), "no refresh whose token could not be stored");
		assertEquals(List.of(), stage.broker.waiting());
	}

	private void assertGoesOn() throws ProblemException {
		assertNotEquals(Verdict.INVALID, stage.signIns.list().getFirst().verdict());
		String fresh = stage.token(binding);
		assertNotEquals(token, fresh);
		assertTrue(stage.world.idp.activeUser(fresh).isPresent());
		assertEquals(requests + 1, stage.world.idp.tokenRequests());
		assertEquals(Verdict.VALID, stage.signIns.list().getFirst().verdict());
	}

	private void assertNothingBlamed() throws ProblemException {
		assertEquals(List.of(), stage.broker.waiting());
		assertTrue(stage.broker.session(binding).isPresent(), "nothing is deleted");
		assertEquals(requests, stage.world.idp.tokenRequests());
	}

	private static void deleteAll(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}

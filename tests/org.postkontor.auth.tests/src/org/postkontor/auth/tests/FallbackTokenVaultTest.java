package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.auth.internal.vault.FallbackTokenVault;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;

class FallbackTokenVaultTest {
	@TempDir
	Path folder;

	@Test
	void withoutAKeyringSessionsStayInMemoryAndItSaysSo() throws ProblemException {
		TokenVault vault = new FallbackTokenVault(failing(AuthProblems.keyringMissing()));
		vault.write(Samples.session("a1", "token"));
		assertEquals(Samples.session("a1", "token"), vault.read("a1").orElseThrow());
		assertEquals(TokenVault.State.SESSION_ONLY, vault.state());
		assertFalse(Files.exists(folder.resolve("vault")));
	}

	@Test
	void aLockedKeyringIsNotReplacedByMemory() {
		TokenVault vault = new FallbackTokenVault(failing(AuthProblems.keyringLocked()));
		assertThrows(ProblemException.class, () -> vault.write(Samples.session("a1", "token")));
		assertEquals(TokenVault.State.UNKNOWN, vault.state());
	}

	private TokenVault failing(Problem problem) {
		return new EncryptedFileTokenVault(Samples.home(folder), mayCreate -> {
			throw new ProblemException(problem);
		}, new FakeClock(), new SecureRandom());
	}
}

package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.VaultKey;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.GlobalOptions;

class GlobalOptionsTest {
	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	@Test
	void opensTheVaultWithTheKeyringAndNeverWithoutOneByDefault() {
		assertEquals(new VaultKey.DefaultKeyring(false), given().vaultKey());
	}

	@Test
	void neverTouchesTheKeyringForAHomeOfItsOwn() {
		assertEquals(new VaultKey.PasswordFile(folder.resolve("vault.password"), true), given("--home", folder.toString()).vaultKey());
	}

	@Test
	void opensTheVaultWithTheFileThatWasNamed() {
		Path file = folder.resolve("pw");
		assertEquals(new VaultKey.PasswordFile(file, false), given("--vault-password-file", file.toString(), "--home", folder.toString()).vaultKey());
		assertEquals(new VaultKey.PasswordFile(file, true), given("--vault-password-file=" + file, "--generate-vault-password").vaultKey());
	}

	@Test
	void generatesNoPasswordWithoutAFileForIt() {
		assertEquals(ExitCode.USAGE, cli.run("account", "list", "--generate-vault-password").code());
		assertTrue(cli.opened.isEmpty());
	}

	@Test
	void makesPathsAbsolute() {
		assertTrue(given("--home", "x", "--branding", "y", "--trust-ca", "z").trustCa().orElseThrow().isAbsolute());
	}

	private GlobalOptions given(String... options) {
		String[] line = new String[options.length + 2];
		System.arraycopy(options, 0, line, 0, options.length);
		line[options.length] = "account";
		line[options.length + 1] = "list";
		cli.opened.clear();
		cli.run(line);
		return cli.opened.get(0);
	}
}

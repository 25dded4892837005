package org.postkontor.auth.internal.vault;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.OwnerOnly;
import org.postkontor.store.PrivateFiles;

/** An own store, opened with the content of a password file; no password provider of the platform is ever asked. */
public final class PasswordFileSecureStorage implements SecureStorage {
	private static final int RANDOM_BYTES = 32;

	private final PrivateFiles disk = new PrivateFiles();
	private final Path file;
	private final Path passwordFile;
	private final boolean generate;
	private final SecureRandom random;

	public PasswordFileSecureStorage(Path file, Path passwordFile, boolean generate, SecureRandom random) {
		this.file = file;
		this.passwordFile = passwordFile;
		this.generate = generate;
		this.random = random;
	}

	@Override
	public @Nullable ISecurePreferences open() throws IOException, ProblemException {
		char[] password = password();
		disk.folder(file.toAbsolutePath().getParent());
		return SecurePreferencesFactory.open(url(), Map.of(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec(password), IProviderHints.PROMPT_USER, false));
	}

	@Override
	public Optional<Path> file() {
		return Optional.of(file);
	}

	@Override
	public void written() throws IOException {
		OwnerOnly.restrict(file); // Equinox creates it for everybody to read
	}

	/** The whole content of the password file without line ends. */
	public char[] password() throws IOException, ProblemException {
		if (!Files.exists(passwordFile)) {
			if (!generate) {
				throw new ProblemException(AuthProblems.passwordFile("missing", passwordFile));
			}
			byte[] fresh = new byte[RANDOM_BYTES];
			random.nextBytes(fresh);
			disk.folder(passwordFile.toAbsolutePath().getParent());
			disk.replace(passwordFile, Base64.getUrlEncoder().withoutPadding().encode(fresh));
		}
		if (!OwnerOnly.isRestricted(passwordFile)) {
			throw new ProblemException(AuthProblems.passwordFile("open", passwordFile));
		}
		String password = Files.readString(passwordFile, StandardCharsets.UTF_8).replaceAll("[\r\n]", "");
		if (password.isEmpty()) {
			throw new ProblemException(AuthProblems.passwordFile("empty", passwordFile));
		}
		return password.toCharArray();
	}

	@SuppressWarnings("deprecation") // Equinox writes to URL.getPath() as it is: an encoded blank would become another file
	private URL url() throws IOException {
		return file.toFile().toURL();
	}
}

package org.postkontor.auth.internal.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Home;
import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.VaultKey;
import org.postkontor.problem.ProblemException;

/** The vault as a service: puts the parts together as the application's {@link VaultKey} and {@link Home} demand. */
@Component(service = TokenVault.class)
public final class KeyedTokenVault implements TokenVault {
	private static final Duration KEYRING_LIMIT = Duration.ofSeconds(20);

	private final SecureStorageDataKeys keys;
	private final TokenVault vault;

	@Activate
	public KeyedTokenVault(@Reference VaultKey key, @Reference Home home, @Reference Clock clock) {
		SecureRandom random = new SecureRandom();
		this.keys = new SecureStorageDataKeys(storage(key, home, random), home.resolve("locks").resolve("vault-key.lock"), random, KEYRING_LIMIT);
		TokenVault encrypted = new EncryptedFileTokenVault(home, keys, clock, random);
		this.vault = key instanceof VaultKey.DefaultKeyring keyring && keyring.sessionOnlyAllowed() ? new FallbackTokenVault(encrypted) : encrypted;
	}

	@Deactivate
	public void close() {
		keys.close();
	}

	@Override
	public Optional<Session> read(String id) throws ProblemException {
		return vault.read(id);
	}

	@Override
	public void write(Session session) throws ProblemException {
		vault.write(session);
	}

	@Override
	public void remove(String id) throws ProblemException {
		vault.remove(id);
	}

	@Override
	public List<Session> sessions() throws ProblemException {
		return vault.sessions();
	}

	@Override
	public State state() {
		return vault.state();
	}

	private static SecureStorage storage(VaultKey key, Home home, SecureRandom random) {
		return switch (key) {
		case VaultKey.PasswordFile file -> new PasswordFileSecureStorage(home.resolve("vault-key").resolve("secure_storage"), file.passwordFile(),
				file.generate(), random);
		case VaultKey.DefaultKeyring keyring -> {
			if (home.separate()) {
				throw new IllegalStateException("a separate home never uses the user's keyring");
			}
			yield new DefaultSecureStorage(List.of(Platform.getCommandLineArgs()), System.getenv(), System.getProperty("user.home", "."));
		}
		};
	}
}

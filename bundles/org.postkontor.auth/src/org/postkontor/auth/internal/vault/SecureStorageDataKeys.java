package org.postkontor.auth.internal.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.AwaitedLock;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Keeps the data key as the only entry we have in an Equinox secure storage. */
public final class SecureStorageDataKeys implements DataKeys, AutoCloseable {
	public static final String NODE = "org.postkontor";
	public static final String ENTRY = "vault-key";
	private static final Duration LOCK_LIMIT = Duration.ofSeconds(10);

	private final SecureStorage storage;
	private final StorageBackup backup;
	private final Path creationLock;
	private final SecureRandom random;
	private final KeyringThread<DataKey> thread;
	private volatile @Nullable DataKey known;

	public SecureStorageDataKeys(SecureStorage storage, Path creationLock, SecureRandom random, Duration limit) {
		this.storage = storage;
		this.backup = new StorageBackup(storage);
		this.creationLock = creationLock;
		this.random = random;
		this.thread = new KeyringThread<>(limit);
	}

	@Override
	public DataKey obtain(Permission mayCreate) throws ProblemException {
		DataKey key = known;
		if (key == null) {
			key = thread.call(() -> readOrCreate(mayCreate));
			known = key;
		}
		return key;
	}

	@Override
	public void close() {
		thread.close();
	}

	/** One process at a time: who comes second opens the store after the first has written it. */
	private DataKey readOrCreate(Permission mayCreate) throws ProblemException, IOException {
		try (AwaitedLock held = AwaitedLock.acquire(creationLock, LOCK_LIMIT, null)) {
			ISecurePreferences root = storage.open();
			if (root == null) {
				throw new ProblemException(AuthProblems.keyringMissing());
			}
			ISecurePreferences node = root.node(NODE);
			Optional<DataKey> stored = read(node);
			return stored.isPresent() ? stored.get() : create(node, mayCreate);
		} catch (StorageException e) {
			throw new ProblemException(problem(e), e);
		} catch (ProblemException e) { // the other process waits for the keyring, too
			throw e.problem().kind() == ProblemKind.BUSY ? new ProblemException(AuthProblems.keyringLocked(), e) : e;
		}
	}

	private static Optional<DataKey> read(ISecurePreferences node) throws StorageException, ProblemException {
		String text = node.get(ENTRY, null);
		if (text == null) {
			return Optional.empty();
		}
		if (!node.isEncrypted(ENTRY)) { // left by a crash before our own check; such a key was never used
			node.remove(ENTRY);
			return Optional.empty();
		}
		Optional<DataKey> key = DataKey.parse(text);
		if (key.isEmpty()) {
			throw new ProblemException(AuthProblems.keyringRefused().detail("entry", "damaged"));
		}
		return key;
	}

	private DataKey create(ISecurePreferences node, Permission mayCreate) throws StorageException, IOException, ProblemException {
		if (!mayCreate.granted()) {
			throw new ProblemException(AuthProblems.vaultKeyMissing());
		}
		DataKey fresh = DataKey.random(random);
		backup.make();
		try {
			node.put(ENTRY, fresh.encoded(), true);
			if (!node.isEncrypted(ENTRY)) { // without a password the store keeps clear text and only logs it
				throw new ProblemException(AuthProblems.keyringMissing());
			}
			node.flush();
			storage.written();
			backup.check();
			Optional<DataKey> back = read(node);
			if (back.isEmpty() || !back.get().id().equals(fresh.id())) {
				throw new ProblemException(AuthProblems.keyringRefused().detail("entry", "read back"));
			}
			return fresh;
		} catch (StorageException | IOException | ProblemException | RuntimeException | LinkageError e) {
			undo(node, e);
			throw e;
		}
	}

	private void undo(ISecurePreferences node, Throwable reason) {
		try {
			node.remove(ENTRY);
			backup.restore();
		} catch (IOException | RuntimeException e) {
			reason.addSuppressed(e);
		}
	}

	private static Problem problem(StorageException e) {
		return e.getErrorCode() == StorageException.NO_SECURE_MODULE ? AuthProblems.keyringMissing()
				: AuthProblems.keyringRefused().detail("code", e.getErrorCode());
	}
}

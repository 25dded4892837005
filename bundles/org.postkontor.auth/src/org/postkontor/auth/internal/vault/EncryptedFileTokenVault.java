package org.postkontor.auth.internal.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import org.postkontor.account.Home;
import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.AwaitedLock;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One encrypted file per session below {@code vault/} of the home. See {@link Envelope} and {@link EntryFiles}. */
public final class EncryptedFileTokenVault implements TokenVault {
	private static final Logger LOG = LoggerFactory.getLogger(EncryptedFileTokenVault.class);
	private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
	private static final Duration LOCK_LIMIT = Duration.ofSeconds(20);
	/** Written with a new key, so that from then on no other key is ever made. Not a session's id. */
	private static final String KEY_MARK = "key_mark";

	private final EntryFiles files;
	private final Path lockFile;
	private final DataKeys keys;
	private final SecureRandom random;
	private final ReentrantLock lock = new ReentrantLock();
	private volatile State state = State.UNKNOWN;

	public EncryptedFileTokenVault(Home home, DataKeys keys, Clock clock, SecureRandom random) {
		this(home, keys, clock, random, new PrivateFiles());
	}

	/** @param disk a test's may be full */
	public EncryptedFileTokenVault(Home home, DataKeys keys, Clock clock, SecureRandom random, PrivateFiles disk) {
		this.files = new EntryFiles(home.resolve("vault"), clock, disk);
		this.lockFile = home.resolve("locks").resolve("vault.lock");
		this.keys = keys;
		this.random = random;
	}

	@Override
	public Optional<Session> read(String id) throws ProblemException {
		if (!ID.matcher(id).matches()) {
			return Optional.empty(); // from an edited account file: no such session, and never a path
		}
		DataKey key = key();
		return locked(() -> {
			requireDisk();
			return load(id, key);
		});
	}

	@Override
	public void write(Session session) throws ProblemException {
		if (!ID.matcher(session.id()).matches()) {
			throw new IllegalArgumentException("session id");
		}
		DataKey key = key();
		byte[] plain = SessionCodec.encode(session);
		locked(() -> {
			refuseForeign(session.id(), key);
			put(session.id(), plain, key);
			return true;
		});
	}

	@Override
	public void remove(String id) throws ProblemException {
		if (ID.matcher(id).matches()) {
			locked(() -> {
				requireDisk();
				files.remove(id);
				return true;
			});
		}
	}

	@Override
	public List<Session> sessions() throws ProblemException {
		DataKey key = key();
		return locked(() -> {
			requireDisk();
			List<Session> sessions = new ArrayList<>();
			for (String id : files.ids()) {
				if (ID.matcher(id).matches()) {
					addReadable(sessions, id, key);
				}
			}
			return List.copyOf(sessions);
		});
	}

	@Override
	public State state() {
		return state;
	}

	private void addReadable(List<Session> sessions, String id, DataKey key) throws IOException, ProblemException {
		try {
			load(id, key).ifPresent(sessions::add);
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.STORAGE && e.problem().kind() != ProblemKind.SIGN_IN_NEEDED) {
				throw e;
			}
			LOG.warn("Stored sign-in left out: {}", e.getMessage());
		}
	}

	private DataKey key() throws ProblemException {
		DataKey key = keys.obtain(() -> locked(() -> files.ids().isEmpty()));
		if (state == State.UNKNOWN) {
			locked(() -> {
				if (files.read(files.current(KEY_MARK)).isEmpty()) {
					put(KEY_MARK, new byte[0], key);
				}
				return true;
			});
			state = State.ENCRYPTED;
		}
		return key;
	}

	/** A folder that was here before and is not any more is a disk that went away, and not that nobody is signed in. */
	private void requireDisk() throws IOException {
		if (state == State.ENCRYPTED && !files.isThere(KEY_MARK)) {
			throw new IOException("the vault is gone");
		}
	}

	private Optional<Session> load(String id, DataKey key) throws IOException, ProblemException {
		Optional<byte[]> current = files.read(files.current(id));
		if (current.isPresent()) {
			try {
				return Optional.of(migrated(open(id, files.current(id), current.get(), key), key));
			} catch (DamagedEntryException e) {
				Path moved = files.moveAside(files.current(id));
				LOG.error("Damaged vault file ({}) moved to {}", e.getMessage(), moved);
				Optional<Session> previous = loadPrevious(id, key);
				if (previous.isPresent()) {
					return previous;
				}
				throw new ProblemException(AuthProblems.vaultDamaged(moved), e);
			}
		}
		return loadPrevious(id, key);
	}

	private Optional<Session> loadPrevious(String id, DataKey key) throws IOException, ProblemException {
		Optional<byte[]> previous = files.read(files.previous(id));
		if (previous.isEmpty()) {
			Optional<Path> damaged = files.damaged(id);
			if (damaged.isPresent()) { // until somebody signs in again or out
				throw new ProblemException(AuthProblems.vaultDamaged(damaged.get()));
			}
			return Optional.empty();
		}
		try {
			SessionCodec.Decoded decoded = open(id, files.previous(id), previous.get(), key);
			files.restorePrevious(id);
			return Optional.of(migrated(decoded, key));
		} catch (DamagedEntryException e) {
			throw new ProblemException(AuthProblems.vaultDamaged(files.moveAside(files.previous(id))), e);
		}
	}

	/** An older form is written anew; where that is not possible now it stays as it is, since it can be read. */
	private Session migrated(SessionCodec.Decoded decoded, DataKey key) {
		Session session = decoded.session();
		if (decoded.isOld()) {
			try {
				put(session.id(), SessionCodec.encode(session), key);
			} catch (IOException | ProblemException e) {
				LOG.warn("A stored sign-in keeps its old form for now", e);
			}
		}
		return session;
	}

	private SessionCodec.Decoded open(String id, Path file, byte[] content, DataKey key) throws DamagedEntryException, ProblemException {
		Envelope envelope = Envelope.parse(content);
		if (envelope.format() > Envelope.FORMAT) {
			throw new ProblemException(AuthProblems.vaultNewer(file));
		}
		if (!envelope.keyId().equals(key.id())) {
			throw new ProblemException(AuthProblems.vaultKeyMissing().detail("file", file).detail("key", envelope.keyId()));
		}
		try {
			return SessionCodec.decode(envelope.open(key, id));
		} catch (SessionCodec.NewerFormatException e) {
			throw new ProblemException(AuthProblems.vaultNewer(file), e);
		}
	}

	/** What a newer version or another key wrote is not overwritten. */
	private void refuseForeign(String id, DataKey key) throws IOException, ProblemException {
		Optional<byte[]> current = files.read(files.current(id));
		if (current.isPresent()) {
			try {
				open(id, files.current(id), current.get(), key);
			} catch (DamagedEntryException e) {
				LOG.error("Damaged vault file ({}) moved to {}", e.getMessage(), files.moveAside(files.current(id)));
			}
		}
	}

	private void put(String id, byte[] plain, DataKey key) throws IOException, ProblemException {
		try {
			files.replace(id, Envelope.seal(key, id, plain, random));
			byte[] back = files.read(files.current(id)).orElseThrow(() -> new IOException("file vanished"));
			if (!Arrays.equals(plain, Envelope.parse(back).open(key, id))) {
				throw new DamagedEntryException("read back");
			}
			files.dropPrevious(id);
		} catch (DamagedEntryException | GeneralSecurityException e) {
			files.restorePrevious(id);
			throw new ProblemException(AuthProblems.vaultUnwritable(files.folder()), e);
		}
	}

	private <T> T locked(Work<T> work) throws ProblemException {
		lock.lock();
		try (AwaitedLock held = AwaitedLock.acquire(lockFile, LOCK_LIMIT, null)) {
			return work.run();
		} catch (IOException e) {
			throw new ProblemException(AuthProblems.vaultUnwritable(files.folder()), e);
		} finally {
			lock.unlock();
		}
	}

	private interface Work<T> {
		T run() throws IOException, ProblemException;
	}
}

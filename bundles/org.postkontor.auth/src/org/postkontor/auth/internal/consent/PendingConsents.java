package org.postkontor.auth.internal.consent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Home;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.AwaitedLock;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All awaited consents: {@code admin-consents.json} of the home. Thread-safe, also against other processes. */
public final class PendingConsents {
	private static final Logger LOG = LoggerFactory.getLogger(PendingConsents.class);
	private static final Duration LOCK_LIMIT = Duration.ofSeconds(20);

	private final PrivateFiles disk = new PrivateFiles();
	private final ReentrantLock lock = new ReentrantLock();
	private final Path file;
	private final Path lockFile;
	private final Clock clock;

	public PendingConsents(Home home, Clock clock) {
		this.file = home.resolve("admin-consents.json");
		this.lockFile = home.resolve("locks").resolve("admin-consents.lock");
		this.clock = clock;
	}

	/** Oldest first; nothing if the file cannot be used. */
	public List<PendingConsent> all() {
		try {
			return read().stream().sorted(Comparator.comparing(PendingConsent::asked)).toList();
		} catch (IOException | PendingJson.UnreadableException e) {
			LOG.warn("Awaited consents cannot be read", e);
			return List.of();
		}
	}

	/** In place of what the account waited for before. @throws ProblemException STORAGE */
	public void put(PendingConsent pending) throws ProblemException {
		change(all -> {
			all.removeIf(of(pending.account()));
			all.add(pending);
			return true;
		});
	}

	public void forget(AccountId account) throws ProblemException {
		change(all -> all.removeIf(of(account)));
	}

	/** Changes the entry of an account, if there still is one. */
	public void update(AccountId account, UnaryOperator<PendingConsent> how) throws ProblemException {
		change(all -> replace(all, account, pending -> true, how).isPresent());
	}

	/** Takes the turn of an account, so that no other process asks at the same time; empty if it is not due. */
	public Optional<PendingConsent> claim(AccountId account) throws ProblemException {
		List<PendingConsent> claimed = new ArrayList<>();
		change(all -> {
			replace(all, account, pending -> pending.isDue(clock.instant()), pending -> pending.tried(clock.instant())).ifPresent(claimed::add);
			return !claimed.isEmpty();
		});
		return claimed.stream().findFirst();
	}

	/** The user signed in: what was asked for is there, or there is a session now to ask with. */
	public void signedIn(AccountId account, Set<Direction> directions) {
		if (all().stream().noneMatch(of(account))) {
			return;
		}
		try {
			change(all -> all.removeIf(of(account).and(pending -> directions.containsAll(pending.directions())))
					|| replace(all, account, pending -> true, PendingConsent::bound).isPresent());
		} catch (ProblemException e) { // the next poll finds out, too
			LOG.warn("An awaited consent could not be ended", e);
		}
	}

	private static Optional<PendingConsent> replace(List<PendingConsent> all, AccountId account, Predicate<PendingConsent> which,
			UnaryOperator<PendingConsent> how) {
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).account().equals(account) && which.test(all.get(i))) {
				all.set(i, how.apply(all.get(i)));
				return Optional.of(all.get(i));
			}
		}
		return Optional.empty();
	}

	private static Predicate<PendingConsent> of(AccountId account) {
		return pending -> pending.account().equals(account);
	}

	private interface Change {
		/** @return whether something changed */
		boolean on(List<PendingConsent> all);
	}

	private void change(Change change) throws ProblemException {
		lock.lock();
		try (AwaitedLock held = AwaitedLock.acquire(lockFile, LOCK_LIMIT, null)) {
			List<PendingConsent> all = new ArrayList<>(readable());
			if (change.on(all)) {
				disk.replace(file, PendingJson.write(all));
			}
		} catch (IOException e) {
			throw new ProblemException(AuthProblems.vaultUnwritable(file), e);
		} finally {
			lock.unlock();
		}
	}

	/** A damaged file is kept aside; then the administrator's consent is found at the next sign-in. */
	private List<PendingConsent> readable() throws IOException, ProblemException {
		try {
			return read();
		} catch (PendingJson.UnreadableException e) {
			if (e.isNewer()) {
				throw new ProblemException(AuthProblems.consentsNewer(file), e);
			}
			Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + clock.millis());
			disk.move(file, aside);
			LOG.error("Damaged file of awaited consents moved to {}", aside);
			return List.of();
		}
	}

	private List<PendingConsent> read() throws IOException, PendingJson.UnreadableException {
		try {
			return PendingJson.read(Files.readAllBytes(file));
		} catch (NoSuchFileException e) {
			return List.of();
		}
	}
}

package org.postkontor.auth.internal.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

import org.postkontor.store.PrivateFiles;

/**
 * Secure storage writes over its only file, without a temporary one: a full disk loses what all programs keep there. So a
 * copy is made before our one write, and put back if the write did not keep every entry.
 */
final class StorageBackup {
	private final PrivateFiles disk = new PrivateFiles();
	private final SecureStorage storage;

	StorageBackup(SecureStorage storage) {
		this.storage = storage;
	}

	void make() throws IOException {
		Optional<Path> file = existing();
		if (file.isPresent()) {
			disk.replace(copy(file.get()), Files.readAllBytes(file.get()));
		}
	}

	/** @throws IOException if the written file lacks our entry or lost one of the others */
	void check() throws IOException {
		Optional<Path> file = storage.file();
		if (file.isEmpty()) {
			return;
		}
		Properties now = load(file.get());
		boolean ours = now.stringPropertyNames().stream().anyMatch(name -> name.startsWith("/" + SecureStorageDataKeys.NODE + "/"));
		boolean others = !Files.exists(copy(file.get())) || now.keySet().containsAll(load(copy(file.get())).keySet());
		if (!ours || !others) {
			throw new IOException("secure storage was not written completely");
		}
	}

	/** Puts the copy back, if there is one and the file differs from it in more than our entry. */
	void restore() throws IOException {
		Optional<Path> file = storage.file();
		if (file.isEmpty() || !Files.exists(copy(file.get()))) {
			return;
		}
		Path copy = copy(file.get());
		if (!Files.exists(file.get()) || !load(file.get()).keySet().containsAll(load(copy).keySet())) {
			disk.replace(file.get(), Files.readAllBytes(copy));
		}
	}

	private Optional<Path> existing() {
		return storage.file().filter(Files::exists);
	}

	private static Path copy(Path file) {
		return file.resolveSibling(file.getFileName() + ".postkontor-backup");
	}

	private static Properties load(Path file) throws IOException {
		Properties entries = new Properties();
		try (InputStream in = Files.newInputStream(file)) {
			entries.load(in);
		} catch (IllegalArgumentException e) {
			throw new IOException("cut off", e);
		}
		return entries;
	}
}

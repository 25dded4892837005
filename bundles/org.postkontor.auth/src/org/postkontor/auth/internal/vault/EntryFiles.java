package org.postkontor.auth.internal.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.postkontor.store.PrivateFiles;

/**
 * The vault's files: {@code id.vault}, while it is being replaced also {@code id.previous}. Damaged ones are moved to
 * {@code damaged/} with their bytes. The caller holds the vault's lock.
 */
final class EntryFiles {
	private static final String CURRENT = ".vault";
	private static final String PREVIOUS = ".previous";
	private static final String DAMAGED = "damaged";

	private final PrivateFiles disk;
	private final Path folder;
	private final Clock clock;

	EntryFiles(Path folder, Clock clock, PrivateFiles disk) {
		this.folder = folder;
		this.clock = clock;
		this.disk = disk;
	}

	Path folder() {
		return folder;
	}

	Path current(String id) {
		return folder.resolve(id + CURRENT);
	}

	Path previous(String id) {
		return folder.resolve(id + PREVIOUS);
	}

	/** Ids of all entries, also of those of which only the previous generation is left. */
	List<String> ids() throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(CURRENT) || name.endsWith(PREVIOUS))
					.map(name -> name.substring(0, name.lastIndexOf('.'))).distinct().sorted().toList();
		}
	}

	boolean isThere(String id) {
		return Files.exists(current(id));
	}

	Optional<byte[]> read(Path file) throws IOException {
		try {
			return Optional.of(Files.readAllBytes(file));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}

	/** Puts {@code content} in place; the old value stays as the previous generation until {@link #dropPrevious}. */
	void replace(String id, byte[] content) throws IOException {
		disk.folder(folder);
		Optional<byte[]> old = read(current(id));
		if (old.isPresent()) {
			disk.replace(previous(id), old.get());
		}
		disk.replace(current(id), content);
	}

	void dropPrevious(String id) throws IOException {
		Files.deleteIfExists(previous(id));
	}

	/** Makes the previous generation the current one. */
	void restorePrevious(String id) throws IOException {
		if (Files.exists(previous(id))) {
			disk.move(previous(id), current(id));
		}
	}

	void remove(String id) throws IOException {
		Files.deleteIfExists(previous(id));
		Files.deleteIfExists(current(id));
		Files.deleteIfExists(folder.resolve(id + CURRENT + ".new"));
		Files.deleteIfExists(folder.resolve(id + PREVIOUS + ".new"));
		for (Path copy : damagedCopies(id)) {
			Files.deleteIfExists(copy);
		}
	}

	/** The latest damaged file of this entry, if there is one. */
	Optional<Path> damaged(String id) throws IOException {
		return damagedCopies(id).stream().max(Comparator.comparing(Path::getFileName));
	}

	private List<Path> damagedCopies(String id) throws IOException {
		Path damaged = folder.resolve(DAMAGED);
		if (!Files.isDirectory(damaged)) {
			return List.of();
		}
		Pattern name = Pattern.compile("\\d+-(\\d+-)?" + Pattern.quote(id) + "\\.[a-z]+");
		try (Stream<Path> files = Files.list(damaged)) {
			return files.filter(file -> name.matcher(file.getFileName().toString()).matches()).toList();
		}
	}

	/** Moves a damaged file out of the way and says where it is now. */
	Path moveAside(Path file) throws IOException {
		Path damaged = folder.resolve(DAMAGED);
		disk.folder(damaged);
		Path target = damaged.resolve(clock.millis() + "-" + file.getFileName());
		for (int i = 1; Files.exists(target); i++) {
			target = damaged.resolve(clock.millis() + "-" + i + "-" + file.getFileName());
		}
		return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
	}
}

package org.postkontor.auth.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.store.PrivateFiles;

/** One file for each sign-in: {@code <id>.json}. Written under the session's lock. */
final class HealthFiles {
	private static final String END = ".json";

	private final PrivateFiles disk = new PrivateFiles();
	private final Path folder;

	HealthFiles(Path folder) {
		this.folder = folder;
	}

	/** Empty if there is none or it is damaged. */
	Optional<Health> read(String id) throws IOException, HealthJson.NewerFormatException {
		try {
			return HealthJson.read(Files.readAllBytes(file(id)));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}

	void write(String id, Health health) throws IOException {
		disk.folder(folder);
		disk.replace(file(id), HealthJson.write(health));
	}

	void remove(String id) throws IOException {
		Files.deleteIfExists(file(id));
	}

	/** All readable ones. */
	List<Health> all() throws IOException {
		List<Health> all = new ArrayList<>();
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				for (String name : files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(END)).toList()) {
					try {
						read(name.substring(0, name.length() - END.length())).ifPresent(all::add);
					} catch (HealthJson.NewerFormatException e) {
						continue; // only hints are lost
					}
				}
			}
		}
		return all;
	}

	private Path file(String id) {
		return folder.resolve(id + END);
	}
}

package org.postkontor.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Deleting of whole folders. */
final class Folders {
	private Folders() {
	}

	/** Deletes as much as possible; what a dying process still writes may stay and is only named. */
	static void delete(Path folder) {
		try (var files = Files.walk(folder)) {
			List<Path> bottomUp = files.sorted(Comparator.reverseOrder()).toList();
			for (Path file : bottomUp) {
				Files.deleteIfExists(file);
			}
		} catch (IOException | UncheckedIOException e) {
			System.err.println("Not all of " + folder + " could be deleted: " + e.getMessage());
		}
	}
}

package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.ui.internal.compose.EditCopies;

/** Attachments of edited mails that outlive their program. */
class EditCopiesTest {
	private static final long GONE = 999_999_999_999L;

	@TempDir
	Path temporary;

	private EditCopies copies() {
		return new EditCopies(temporary, pid -> pid != GONE);
	}

	private Path folder(String name) throws IOException {
		Path folder = Files.createDirectories(temporary.resolve(name));
		Files.writeString(folder.resolve("Vertrag.pdf"), "secret");
		return folder;
	}

	private Set<String> names() throws IOException {
		try (Stream<Path> all = Files.list(temporary)) {
			return new TreeSet<>(all.map(file -> file.getFileName().toString()).toList());
		}
	}

	@Test
	void ofAProgramThatEndedAreDeleted() throws IOException {
		Files.createDirectories(folder("postkontor-edit-" + GONE + "-1").resolve("inner"));
		folder("postkontor-edit-" + GONE + "-2");
		copies().sweep();
		assertEquals(Set.of(), names());
	}

	@Test
	void ofARunningProgramAndOthersFoldersStay() throws IOException {
		Path own = copies().create();
		folder("postkontor-edit-4711-1");
		folder("postkontor-edit-x");
		folder("other-" + GONE + "-1");
		Set<String> before = names();
		copies().sweep();
		assertEquals(before, names());
		assertTrue(Files.exists(own));
	}

	@Test
	void areNotLookedForBehindALink() throws IOException {
		Path other = folder("other");
		Files.createSymbolicLink(temporary.resolve("postkontor-edit-" + GONE + "-1"), other);
		Files.createSymbolicLink(folder("postkontor-edit-" + GONE + "-2").resolve("link"), other);
		copies().sweep();
		assertEquals("secret", Files.readString(other.resolve("Vertrag.pdf")));
		assertFalse(Files.exists(temporary.resolve("postkontor-edit-" + GONE + "-2")));
	}

	@Test
	void areForTheirOwnerOnly() throws IOException {
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copies().create())));
	}
}

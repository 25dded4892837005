package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Branding;
import org.postkontor.account.HomeFolder;
import org.postkontor.cli.internal.GlobalOptions;
import org.postkontor.cli.internal.start.Places;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class PlacesTest {
	@TempDir
	Path folder;

	@Test
	void opensTheDefaultHomeWithoutOptions() throws Exception {
		Places places = open(Optional.empty(), Optional.empty(), Optional.empty());
		assertFalse(places.home().separate());
		assertTrue(Files.isDirectory(places.home().folder()) && places.home().folder().startsWith(folder));
		assertEquals(Branding.NONE, places.branding());
		assertTrue(places.trust().authorities().isEmpty());
	}

	@Test
	void opensTheGivenHome() throws Exception {
		Places places = open(Optional.of(folder.resolve("own")), Optional.empty(), Optional.empty());
		assertTrue(places.home().separate());
	}

	@Test
	void refusesABrandingFileThatIsNoneBeforeItMakesAHome() throws Exception {
		Path file = Files.writeString(folder.resolve("branding.json"), "not json");
		ProblemException e = assertThrows(ProblemException.class, () -> open(Optional.of(folder.resolve("own")), Optional.of(file), Optional.empty()));
		assertEquals(ProblemKind.CONFIGURATION, e.problem().kind());
		assertFalse(Files.exists(folder.resolve("own")));
	}

	@Test
	void refusesAnAuthorityThatIsNone() throws Exception {
		Path file = Files.writeString(folder.resolve("ca.pem"), "not a certificate");
		ProblemException e = assertThrows(ProblemException.class, () -> open(Optional.empty(), Optional.empty(), Optional.of(file)));
		assertEquals(ProblemKind.CONFIGURATION, e.problem().kind());
	}

	private Places open(Optional<Path> home, Optional<Path> branding, Optional<Path> trust) throws ProblemException {
		HomeFolder folders = new HomeFolder(Map.of("XDG_DATA_HOME", folder.resolve("data").toString()), "Linux", folder.resolve("user"));
		return Places.of(new GlobalOptions(home, branding, trust, Optional.empty(), false), folders);
	}
}

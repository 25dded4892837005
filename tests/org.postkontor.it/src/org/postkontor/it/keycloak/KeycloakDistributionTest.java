package org.postkontor.it.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the real one: it is not to be fetched, or was spoilt on its way. */
class KeycloakDistributionTest {
	@TempDir
	Path folder;
	private KeycloakDistribution distribution;

	@BeforeEach
	void open() {
		distribution = new KeycloakDistribution("1.2.3", "00", folder.resolve("repository"), folder.resolve("built"));
	}

	@Test
	void saysHowToGetItWhereItIsMissing() {
		assertEquals(Optional.of("Keycloak 1.2.3 is not in the local Maven repository; \"./test --setup\" fetches it (177 MB)"), distribution.missing());
	}

	@Test
	void doesNotUnpackWhatHasAnotherDigest() throws Exception {
		Path place = Files.createDirectories(folder.resolve("repository/org/keycloak/keycloak-quarkus-dist/1.2.3"));
		Files.writeString(place.resolve("keycloak-quarkus-dist-1.2.3.zip"), "something else");
		assertEquals(Optional.empty(), distribution.missing());
		IOException problem = assertThrows(IOException.class, distribution::prepare);
		assertTrue(problem.getMessage().contains("is not Keycloak 1.2.3: its SHA-256 is "), problem::getMessage);
		assertFalse(Files.exists(folder.resolve("built/1.2.3-dev-mem")));
	}
}

package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;
import static org.postkontor.net.tests.NetFixture.problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.net.OfficeTrust;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.TestAuthority;

class OfficeTrustTest {
	@TempDir
	Path folder;

	@Test
	void readsEveryAuthorityOfAFile() throws Exception {
		TestAuthority second = TestAuthority.create();
		Path file = Files.writeString(folder.resolve("ca.pem"), AUTHORITY.caPem() + "\n" + second.caPem());
		assertEquals(List.of(AUTHORITY.certificate(), second.certificate()), OfficeTrust.read(file).authorities());
	}

	@Test
	void saysWhichFileCannotBeRead() {
		Problem problem = problem(() -> OfficeTrust.read(folder.resolve("none.pem")));
		assertEquals("tls.ca-unreadable", problem.id());
		assertEquals(ProblemKind.CONFIGURATION, problem.kind());
		assertEquals(folder.resolve("none.pem").toString(), problem.values().get("file"));
	}

	@Test
	void refusesAFileThatIsNoCertificate() throws Exception {
		assertEquals("tls.ca-invalid", problem(() -> OfficeTrust.read(Files.writeString(folder.resolve("x"), "hello"))).id());
		assertEquals("tls.ca-invalid", problem(() -> OfficeTrust.read(Files.writeString(folder.resolve("empty"), ""))).id());
	}

	@Test
	void refusesAServerCertificate() throws Exception {
		String base64 = Base64.getMimeEncoder().encodeToString(AUTHORITY.server("mail.example.test").certificate().getEncoded());
		Path file = Files.writeString(folder.resolve("server.pem"), "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
		Problem problem = problem(() -> OfficeTrust.read(file));
		assertEquals("tls.ca-not-authority", problem.id());
		assertEquals("CN=mail.example.test", problem.values().get("subject"));
	}
}

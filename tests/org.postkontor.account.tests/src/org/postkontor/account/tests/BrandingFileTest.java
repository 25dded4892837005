package org.postkontor.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.postkontor.account.tests.Samples.problem;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Branding;
import org.postkontor.account.BrandingFile;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;

class BrandingFileTest {
	@TempDir
	Path folder;

	private Path file(String content) throws IOException {
		return Files.writeString(folder.resolve("branding.json"), content);
	}

	@Test
	void readsEverything() throws Exception {
		BrandingFile file = BrandingFile.read(file("""
				{"title": "Demo", "addresses": ["anna@demo.test"], "directoryUrl": "https://127.0.0.1:8443/autoconfig",
				 "trustedCa": "ca.pem",
				 "clients": [{"issuer": "http://127.0.0.1:8080", "clientId": "demo", "scopesReceive": "mail.read", "scopesSend": "mail.send"}]}
				"""));
		Branding branding = file.branding();
		assertEquals("Demo", branding.title());
		assertEquals(List.of("anna@demo.test"), branding.addresses());
		assertEquals(Optional.of(URI.create("https://127.0.0.1:8443/autoconfig/")), branding.directory());
		assertEquals("demo", branding.client("http://127.0.0.1:8080").orElseThrow().clientId());
		assertEquals(Optional.of(folder.resolve("ca.pem")), file.trustedCa());
	}

	@Test
	void aClientSecretIsReadAndNeverShown() throws Exception {
		Branding branding = BrandingFile.read(file("""
				{"clients": [{"issuer": "https://id.example.test", "clientId": "desk", "clientSecret": "canary-secret"}]}
				""")).branding();
		assertEquals("canary-secret", branding.clients().getFirst().clientSecret());
		assertFalse(branding.toString().contains("canary"));
	}

	@Test
	void badJsonBehindAClientSecretDoesNotShowIt() throws Exception {
		Path file = file("{\"clients\": [{\"clientSecret\": \"canary-secret\", \"clientId\": oops}]}");
		Problem problem = problem(() -> BrandingFile.read(file));
		assertFalse(problem.toString().contains("canary"));
	}

	@Test
	void everythingIsOptional() throws Exception {
		assertEquals(Branding.NONE, BrandingFile.read(file("{}")).branding());
	}

	@Test
	void acceptsAByteOrderMark() throws Exception {
		assertEquals("Büro", BrandingFile.read(file("\uFEFF{\"title\":\"Büro\"}")).branding().title());
	}

	@Test
	void namesFileAndLineOfBadJson() throws Exception {
		Path file = file("{\n\"title\": \"x\",\n\"addresses\": oops\n}");
		Problem problem = problem(() -> BrandingFile.read(file));
		assertEquals("branding.invalid", problem.id());
		assertEquals(ProblemKind.CONFIGURATION, problem.kind());
		assertEquals(file.toString(), problem.values().get("file"));
		assertEquals("3", problem.values().get("line"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{\"titel\":\"x\"}", "{\"title\":1,\"addresses\":\"x\"}", "{\"addresses\":[\"nobody\"]}", "{\"addresses\":[null]}",
			"{\"directoryUrl\":\"http://example.test/\"}", "{\"directoryUrl\":\"::\"}", "{\"clients\":[{\"issuer\":\"https://x.test\"}]}", "{\"clients\":[null]}" })
	void refusesWhatMakesNoSense(String content) throws Exception {
		Path file = file(content);
		assertEquals("branding.invalid", problem(() -> BrandingFile.read(file)).id());
	}

	@Test
	void saysWhichFileIsMissing() {
		assertEquals("branding.unreadable", problem(() -> BrandingFile.read(folder.resolve("none.json"))).id());
	}
}

package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.cli.ExitCode;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonObject;

class AccountAddTest {
	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	@Test
	void takesTheServersThatDiscoveryFinds() {
		JsonObject json = cli.run("account", "add", "anna@example.test", "--json").json();
		assertEquals(Set.of("id", "name", "address", "senderName", "scope", "signedIn", "endpoints"), json.keySet());
		assertEquals(List.of("imap.example.test", "smtp.example.test"), hosts());
		assertFalse(json.get("signedIn").getAsBoolean());
		assertEquals("https://login.example.test",
				json.getAsJsonArray("endpoints").get(0).getAsJsonObject().getAsJsonObject("auth").getAsJsonObject("settings").get("issuer").getAsString());
	}

	@Test
	void receivesByThePreferredProtocolOrNotAtAll() {
		cli.run("account", "add", "anna@example.test", "--receive", "pop3");
		assertEquals(List.of("pop.example.test", "smtp.example.test"), hosts());
		cli.accounts.remove(saved().id());
		cli.run("account", "add", "anna@example.test", "--receive", "none");
		assertEquals(List.of("smtp.example.test"), hosts());
	}

	@Test
	void wantsServersWithoutProofConfirmed() {
		cli.discovery.trusted = false;
		Cli.Result result = cli.run("account", "add", "anna@example.test", "--json");
		assertEquals(ExitCode.CONFIRMATION_NEEDED, result.code());
		assertTrue(result.error().getAsJsonObject("values").get("hosts").getAsString().contains("imap.example.test"));
		assertTrue(cli.accounts.accounts().isEmpty());
	}

	@Test
	void usesServersWithoutProofOnceConfirmed() {
		cli.discovery.trusted = false;
		cli.typed = Optional.of("j");
		assertEquals(ExitCode.OK, cli.run("account", "add", "anna@example.test").code());
		assertEquals(ExitCode.OK, cli.run("account", "add", "bert@example.test", "--yes").code());
		assertEquals(1, cli.questions.size());
	}

	@Test
	void takesTypedServersWithoutAskingDiscovery() {
		cli.run("account", "add", "anna@example.test", "--imap", "mail.office.test:143", "--smtp", "[::1]:465");
		Account account = saved();
		assertEquals(TlsMode.STARTTLS, account.endpoints().get(0).tls());
		assertEquals("::1", account.endpoint(Direction.SEND).orElseThrow().host());
		assertEquals(TlsMode.IMPLICIT, account.endpoint(Direction.SEND).orElseThrow().tls());
		assertEquals("password", account.endpoints().get(0).auth().provider());
		assertTrue(cli.discovery.asked.isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "GRAPH,--graph,graph.microsoft.com:443", "EWS,--ews,mail.office.test:587" })
	void takesServicesOverHttpsForSending(Protocol protocol, String option, String server) {
		cli.run("account", "add", "anna@example.test", "--auth", "oauth", "--issuer", "https://id.office.test", option, server);
		Endpoint sending = saved().endpoint(Direction.SEND).orElseThrow();
		assertEquals(protocol, sending.protocol());
		assertEquals(TlsMode.IMPLICIT, sending.tls(), "whatever the port");
		assertEquals("oauth", sending.auth().provider());
		assertTrue(cli.discovery.asked.isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail.office.test", "mail.office.test:0", "mail.office.test:70000", "::1:25", ":25", "a b:25", "http://x:25", "x:-1" })
	void refusesServersThatAreNone(String server) {
		assertEquals(ExitCode.USAGE, cli.run("account", "add", "anna@example.test", "--smtp", server).code());
	}

	@Test
	void takesIssuerAndClientAsSettingsOfTheSignIn() {
		cli.run("account", "add", "anna@example.test", "--imap", "mail.office.test:993", "--issuer", "https://id.office.test", "--client-id", "desk");
		Endpoint endpoint = saved().endpoints().get(0);
		assertEquals("oauth", endpoint.auth().provider());
		assertEquals("https://id.office.test", endpoint.auth().settings().get("issuer"));
		assertEquals("desk", endpoint.auth().settings().get("clientId"));
	}

	@Test
	void takesTheClientAuthenticationAsASettingOfTheSignIn() {
		cli.run("account", "add", "anna@example.test", "--imap", "mail.office.test:993", "--issuer", "https://id.office.test", "--client-auth",
				"client_secret_basic");
		assertEquals("client_secret_basic", saved().endpoints().get(0).auth().settings().get("clientAuth"));
		assertEquals(ExitCode.USAGE, cli.run("account", "add", "bernd@example.test", "--client-auth", "by-post").code());
	}

	@Test
	void takesTheProviderOfTheDomain() {
		cli.run("account", "add", "anna@big.example.test", "--imap", "mail.big.example.test:993", "--auth", "oauth");
		assertEquals("big", saved().endpoints().get(0).auth().provider());
	}

	@Test
	void takesTheOnlyIssuerOfTheBranding() {
		cli.branding = new Branding("", List.of(), Optional.empty(), List.of(new Branding.Client("https://id.office.test", "desk", "", "")));
		cli.run("account", "add", "anna@example.test", "--imap", "mail.office.test:993", "--auth", "oauth");
		assertEquals("https://id.office.test", saved().endpoints().get(0).auth().settings().get("issuer"));
	}

	@Test
	void saysThatTheIssuerIsUnknown() {
		Cli.Result result = cli.run("account", "add", "anna@example.test", "--imap", "mail.office.test:993", "--auth", "oauth", "--json");
		assertEquals(ExitCode.CONFIGURATION, result.code());
		assertEquals("CONFIGURATION", result.error().get("kind").getAsString());
	}

	@Test
	void changesTheSignInThatWasFound() {
		cli.run("account", "add", "anna@example.test", "--auth", "password", "--user", "anna");
		assertEquals("password", saved().endpoints().get(0).auth().provider());
		assertEquals("anna", saved().endpoints().get(0).auth().principal());
	}

	@Test
	void signsInAtOnceWithAPasswordFile() throws Exception {
		cli.run("account", "add", "anna@example.test", "--password-file", file("rw-------", "geheim\n").toString());
		assertEquals("geheim", cli.signIn.password);
		assertTrue(saved().endpoints().get(0).auth().session().isPresent());
	}

	@Test
	void keepsNoAccountWhoseSignInFailed() throws Exception {
		cli.signIn.signInFails = Optional.of(ProblemKind.KEYRING);
		Cli.Result result = cli.run("account", "add", "anna@example.test", "--password-file", file("rw-------", "geheim").toString());
		assertEquals(ExitCode.KEYRING, result.code());
		assertTrue(cli.accounts.accounts().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw-rw-rw-", "rwx------" })
	void refusesAPasswordFileThatOthersCanReadBeforeAskingAnybody(String mode) throws Exception {
		Cli.Result result = cli.run("account", "add", "anna@example.test", "--password-file", file(mode, "geheim").toString(), "--json");
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals("cli.password-file.open", result.error().get("id").getAsString());
		assertTrue(cli.discovery.asked.isEmpty());
		assertFalse(result.toString().contains("geheim"));
	}

	@Test
	void refusesPasswordFilesWithoutAPassword() throws Exception {
		for (Path file : List.of(file("rw-------", ""), file("rw-------", "\nx"), file("rw-------", "x".repeat(5000)), folder.resolve("none"))) {
			assertEquals(ExitCode.USAGE, cli.run("account", "add", "anna@example.test", "--password-file", file.toString()).code(), file::toString);
		}
	}

	@ParameterizedTest
	@CsvSource({ "anna, address.no-domain", "anna@, address.no-domain", "@example.test, address.no-domain", "anna muster@example.test, address.characters",
			"anna@exa mple.test, address.characters", "anna@localhost, address.domain" })
	void refusesAddressesThatAreNone(String address, String id) {
		Cli.Result result = cli.run("account", "add", address, "--json");
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals(id, result.error().get("id").getAsString());
	}

	@Test
	void takesAddressesWithBlanksAroundAndInternationalDomains() {
		cli.run("account", "add", "  anna@BÜCHER.example ");
		assertEquals("anna@bücher.example", saved().address().toString());
		assertEquals("anna@xn--bcher-kva.example", saved().address().ascii());
	}

	@Test
	void addsNoAddressTwice() {
		cli.add("anna@example.test");
		assertEquals(ExitCode.USAGE, cli.run("account", "add", "ANNA@example.test").code());
	}

	@Test
	void saysThatNothingWasFoundAndWhatKeptTheSourcesFromAnswering() {
		cli.discovery.finds = false;
		Cli.Result result = cli.run("account", "add", "anna@example.test", "--json");
		assertEquals(ExitCode.NOT_FOUND, result.code());
		assertEquals("test.timeout in en", result.error().getAsJsonObject("details").get("autoconfig").getAsString());
	}

	private Path file(String mode, String content) throws Exception {
		Path file = Files.writeString(Files.createTempFile(folder, "password", ".txt"), content);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
	}

	private Account saved() {
		return cli.accounts.accounts().get(0);
	}

	private List<String> hosts() {
		return saved().endpoints().stream().map(Endpoint::host).toList();
	}
}

package org.postkontor.check.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.check.tests.CheckFixture.AUTHORITY;
import static org.postkontor.check.tests.CheckFixture.account;
import static org.postkontor.check.tests.CheckFixture.results;
import static org.postkontor.check.tests.CheckFixture.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Interaction;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep;
import org.postkontor.check.CheckStep.Result;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.ScriptedServer;
import org.postkontor.testkit.peer.Steps;

class SteppedAccountCheckTest {
	private CheckFixture fixture;

	@BeforeEach
	void start() throws IOException {
		fixture = new CheckFixture();
	}

	@AfterEach
	void stop() throws IOException {
		fixture.close();
	}

	@Test
	void aGoodAccountPassesEveryStepOfBothDirections() {
		CheckReport report = fixture.run(false);
		assertTrue(report.passed());
		assertEquals(List.of("settings", "receive", "send", "roundtrip"), report.steps().stream().map(CheckStep::id).toList());
		assertEquals(Set.of("PASSED"), CheckFixture.all(report).filter(s -> !s.id().equals("roundtrip")).map(s -> s.result().name())
				.collect(Collectors.toSet()));
		assertEquals(Result.SKIPPED, step(report, "roundtrip").result());
	}

	@Test
	void saysWhatItFound() {
		CheckReport report = fixture.run(false);
		assertTrue(step(report, "receive.lookup").detail().contains("127.0.0.1"));
		String tls = step(report, "send.tls").detail();
		assertTrue(tls.startsWith("TLSv1.3 TLS_") && tls.contains("CN=localhost < CN=Postkontor Test Authority"), tls);
		assertTrue(step(report, "receive.greeting").detail().contains("AUTH=XOAUTH2"));
		assertTrue(step(report, "send.greeting").detail().contains("XOAUTH2"), step(report, "send.greeting").detail());
		assertEquals("anna@example.test; → 2030-01-01T00:00:00Z; mail.read", step(report, "receive.credential").detail());
		assertEquals("1", step(report, "receive.mailbox").detail());
		assertEquals("25.0 MB", step(report, "send.size").detail());
	}

	@Test
	void warnsOfACertificateThatEndsSoon() throws IOException {
		try (CheckFixture ending = new CheckFixture(AUTHORITY.endingSoon("localhost"))) {
			assertEquals(Result.WARNING, step(ending.run(false), "receive.tls").result());
		}
	}

	@Test
	void tellsTheLargestMailThatTheServerTakes() {
		fixture.run(false);
		fixture.mail.maxSize = OptionalLong.empty();
		fixture.run(false);
		assertEquals(List.of("a-1 localhost OptionalLong[25000000]", "a-1 localhost OptionalLong.empty"), fixture.learned);
	}

	@Test
	void tellsNoSizeIfItDidNotGetAConnectionThatSends() {
		fixture.mail.refusals = 5;
		fixture.run(account(fixture.smtpEndpoint()), false, null);
		assertEquals(List.of(), fixture.learned);
	}

	@Test
	void looksAtServersWithoutACredential() {
		fixture.run(false);
		String said = fixture.imap.server().lastTranscript().toString() + fixture.smtp.server().lastTranscript();
		assertFalse(said.contains("AUTH XOAUTH2 ") || said.contains("AUTHENTICATE") || said.contains(FakeBroker.TOKEN), said);
		assertTrue(fixture.imap.server().lastTranscript().clientSaid("a3 LOGOUT"));
		assertTrue(fixture.smtp.server().lastTranscript().clientSaid("QUIT"));
	}

	@Test
	void tellsEveryStepWhenItStartsAndWhenItEnds() {
		CheckReport report = fixture.run(false);
		List<String> ids = CheckFixture.all(report).map(CheckStep::id).toList();
		for (String id : ids) {
			List<Result> told = fixture.seen.stream().filter(s -> s.id().equals(id)).map(CheckStep::result).toList();
			assertEquals(2, told.size(), id + told);
			assertEquals(Result.RUNNING, told.get(0), id);
			assertEquals(step(report, id).result(), told.get(1), id);
		}
	}

	@Test
	void whatDependsOnAFailedStepIsSkipped() throws Exception {
		Endpoint nobody = new Endpoint(Protocol.IMAP, "nobody.invalid", 993, TlsMode.IMPLICIT, CheckFixture.binding());
		CheckReport report = fixture.run(account(nobody), false, null);
		assertEquals("lookup=FAILED connect=SKIPPED tls=SKIPPED greeting=SKIPPED credential=PASSED sign-in=SKIPPED mailbox=SKIPPED",
				results(report, "receive"));
		assertEquals("net.unknown-host", step(report, "receive.lookup").problem().orElseThrow().id());
		assertEquals(Result.FAILED, step(report, "receive").result());
		assertFalse(report.passed());
		assertTrue(fixture.mail.seen.isEmpty());
	}

	@Test
	void aBadCertificateStopsBeforeTheSignIn() throws Exception {
		try (CheckFixture bad = new CheckFixture(AUTHORITY.wrongHost())) {
			CheckReport report = bad.run(account(bad.imapEndpoint()), false, null);
			assertEquals("lookup=PASSED connect=PASSED tls=FAILED greeting=SKIPPED credential=PASSED sign-in=SKIPPED mailbox=SKIPPED",
					results(report, "receive"));
			assertEquals("tls.host-mismatch", step(report, "receive.tls").problem().orElseThrow().id());
		}
	}

	@Test
	void aServerWithoutStartTlsIsNamed() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(
				Steps.of().send("220 mail").expect("EHLO.*").send("250-mail", "250 AUTH PLAIN").expect("STARTTLS").send("502 unknown").silence())) {
			Endpoint smtp = new Endpoint(Protocol.SMTP, "localhost", server.port(), TlsMode.STARTTLS, CheckFixture.binding());
			CheckReport report = fixture.run(account(smtp), false, null);
			assertEquals("check.starttls-missing", step(report, "send.tls").problem().orElseThrow().id());
			assertEquals(ProblemKind.CERTIFICATE, step(report, "send.tls").problem().orElseThrow().kind());
		}
	}

	/** What an attacker adds to the answer, in one piece with it, would be taken for the first answer inside TLS (CVE-2011-0411). */
	@ParameterizedTest
	@CsvSource({ "SMTP, send, 220 mail, EHLO.*, 250-mail|250 STARTTLS, STARTTLS, 220 go|250-mail|250 AUTH PLAIN|",
			"SMTP, send, 220 mail, EHLO.*, 250-mail|250 STARTTLS|220 go|250 AUTH PLAIN, STARTTLS, 220 go|",
			"IMAP, receive, * OK mail, , , a1 STARTTLS, a1 OK go|* CAPABILITY IMAP4rev1 AUTH=PLAIN|",
			"IMAP, receive, * OK mail, , , a1 STARTTLS, a1 OK go|*", "POP3, receive, +OK mail, , , STLS, +OK go|+OK|SASL PLAIN|.|" })
	void plainTextBehindTheAnswerToStartTlsEndsTheConnection(Protocol protocol, String direction, String greeting, String hello, String abilities,
			String command, String answer) throws Exception {
		Steps steps = Steps.of().send(greeting);
		if (hello != null) {
			steps.expect(hello).sendRaw((abilities + "|").replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
		}
		steps.expect(command).sendRaw(answer.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII)).upgradeToTls().silence();
		try (ScriptedServer server = ScriptedServer.startTls(AUTHORITY.server("localhost"), steps)) {
			Endpoint attacked = new Endpoint(protocol, "localhost", server.port(), TlsMode.STARTTLS, CheckFixture.binding());
			CheckReport report = fixture.run(account(attacked), false, null);
			assertEquals("lookup=PASSED connect=PASSED tls=FAILED greeting=SKIPPED credential=PASSED sign-in=SKIPPED "
					+ (protocol == Protocol.SMTP ? "size" : "mailbox") + "=SKIPPED", results(report, direction));
			Problem problem = step(report, direction + ".tls").problem().orElseThrow();
			assertEquals("transport.starttls-injected", problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertTrue(fixture.mail.seen.isEmpty());
		}
	}

	@Test
	void aServerOfAnotherKindIsNamed() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), Steps.of().send("HTTP/1.1 400 Bad Request").silence())) {
			Endpoint imap = new Endpoint(Protocol.IMAP, "localhost", server.port(), TlsMode.IMPLICIT, CheckFixture.binding());
			CheckReport report = fixture.run(account(imap), false, null);
			assertEquals("check.no-greeting", step(report, "receive.greeting").problem().orElseThrow().id());
		}
	}

	@Test
	void pop3IsGreetedInItsOwnWay() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"),
				Steps.of().send("+OK ready").expect("CAPA").send("+OK", "UIDL", "SASL XOAUTH2", ".").expect("QUIT").send("+OK bye"))) {
			Endpoint pop = new Endpoint(Protocol.POP3, "localhost", server.port(), TlsMode.IMPLICIT, CheckFixture.binding());
			CheckReport report = fixture.run(account(pop), false, null);
			assertEquals("UIDL, SASL XOAUTH2", step(report, "receive.greeting").detail());
			assertEquals("check.no-protocol", step(report, "receive.sign-in").problem().orElseThrow().id());
		}
	}

	@Test
	void aMissingSignInIsSaidThoughTheServerIsFine() {
		fixture.broker.signedIn = false;
		CheckReport report = fixture.run(false);
		assertEquals(Result.PASSED, step(report, "receive.greeting").result());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, step(report, "receive.credential").problem().orElseThrow().kind());
		assertEquals(Result.SKIPPED, step(report, "receive.sign-in").result());
		assertEquals(Set.of(Interaction.FORBIDDEN), Set.copyOf(fixture.broker.interactions));
	}

	@Test
	void aRefusedTokenIsRefreshedOnce() {
		fixture.mail.refusals = 1;
		CheckReport report = fixture.run(account(fixture.imapEndpoint()), false, null);
		assertEquals(Result.PASSED, step(report, "receive.sign-in").result());
		assertEquals(1, fixture.broker.refused.size());
		assertEquals(2, fixture.mail.seen.size());
	}

	@Test
	void aTokenThatIsRefusedAgainFails() {
		fixture.mail.refusals = 5;
		CheckReport report = fixture.run(account(fixture.imapEndpoint()), false, null);
		assertEquals("transport.refused", step(report, "receive.sign-in").problem().orElseThrow().id());
		assertEquals(2, fixture.mail.seen.size());
	}

	@Test
	void aRefusedPasswordIsNeverTriedTwice() {
		fixture.broker.password = true;
		fixture.mail.refusals = 5;
		fixture.run(account(new Endpoint(Protocol.IMAP, "localhost", fixture.imap.port(), TlsMode.IMPLICIT,
				AuthBinding.of("password", "anna", java.util.Map.of()))), false, null);
		assertEquals(1, fixture.mail.seen.size());
	}

	@Test
	void anAccountWithoutServersFailsItsSettings() {
		CheckReport report = fixture.run(account(), false, null);
		assertEquals("check.no-server", step(report, "settings").problem().orElseThrow().id());
		assertEquals(Result.SKIPPED, step(report, "receive").result());
	}

	@Test
	void cancellingSkipsWhatIsLeft() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		CheckReport report = fixture.run(account(fixture.imapEndpoint(), fixture.smtpEndpoint()), true, monitor);
		assertTrue(CheckFixture.all(report).filter(s -> !s.id().equals("settings")).allMatch(s -> s.result() == Result.SKIPPED), report.toString());
	}

	@Test
	void cancellingEndsASilentServer() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), Steps.of().silence())) {
			NullProgressMonitor monitor = new NullProgressMonitor();
			Endpoint imap = new Endpoint(Protocol.IMAP, "localhost", server.port(), TlsMode.IMPLICIT, CheckFixture.binding());
			CheckReport report = fixture.check().run(account(imap), new org.postkontor.check.AccountCheck.Options(false), s -> {
				if (s.id().equals("receive.greeting") && s.result() == Result.RUNNING) {
					monitor.setCanceled(true);
				}
			}, monitor);
			assertEquals(Result.SKIPPED, step(report, "receive.greeting").result());
			assertTrue(step(report, "receive.greeting").millis() < 10_000);
		}
	}

	@Test
	void closesEveryConnection() {
		fixture.run(true);
		assertEquals(0, fixture.mail.open);
	}
}

package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.IssuerSuggestion;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.Refusal;
import org.postkontor.transport.internal.Watchdog;
import org.postkontor.transport.internal.sasl.SaslError;

/** A sign-in service that a server names in the error of OAUTHBEARER (RFC 7628, 3.2.2). */
class NamedIssuerTest {
	private static final String CONFIGURATION = "https://login.example.test/.well-known/openid-configuration";
	private static final String NAMING = naming(CONFIGURATION);

	private static String naming(String configuration) {
		return "{\"status\":\"invalid_token\",\"scope\":\"mail\",\"openid-configuration\":\"" + configuration + "\"}";
	}

	private static Problem smtp(String error) throws Exception {
		try (SmtpStage stage = SmtpStage.implicit()) {
			stage.peer.capabilities("AUTH OAUTHBEARER").accounts().oauthError(error);
			return stage.refused(Net.token(Net.BAD_TOKEN));
		}
	}

	private static Optional<String> issuer(Problem problem) {
		return IssuerSuggestion.of(problem).map(IssuerSuggestion::issuer);
	}

	@ParameterizedTest
	@EnumSource(TlsMode.class)
	void aServerBehindVerifiedTlsNamesIt(TlsMode mode) throws Exception {
		try (SmtpStage stage = mode == TlsMode.IMPLICIT ? SmtpStage.implicit() : SmtpStage.startTls()) {
			stage.peer.capabilities("AUTH OAUTHBEARER").accounts().oauthError(NAMING);
			Problem problem = stage.refused(Net.token(Net.BAD_TOKEN));
			assertEquals(Optional.of(new IssuerSuggestion("https://login.example.test", "localhost", Protocol.SMTP)), IssuerSuggestion.of(problem));
			assertEquals("transport.token-refused", problem.id());
			assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
			assertEquals(NAMING, problem.details().get("reply"));
		}
	}

	@Test
	void anImapServerNamesIt() throws Exception {
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.capabilities("IMAP4rev1", "SASL-IR", "AUTH=OAUTHBEARER").accounts().oauthError(NAMING);
			assertEquals(Optional.of(new IssuerSuggestion("https://login.example.test", "localhost", Protocol.IMAP)),
					IssuerSuggestion.of(stage.refused(Net.token(Net.BAD_TOKEN))));
		}
	}

	@Test
	void aPop3ServerNamesIt() throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.capabilities("SASL OAUTHBEARER", "UIDL").accounts().oauthError(NAMING);
			assertEquals(Optional.of(new IssuerSuggestion("https://login.example.test", "localhost", Protocol.POP3)),
					IssuerSuggestion.of(stage.refused(Net.token(Net.BAD_TOKEN))));
		}
	}

	@ParameterizedTest
	@CsvSource({ "https://login.example.test/realms/office/.well-known/openid-configuration,https://login.example.test/realms/office",
			"https://login.example.test:8443/.well-known/openid-configuration,https://login.example.test:8443",
			"https://login.example.test/.well-known/openid-configuration/office,https://login.example.test/office",
			"https://login.example.test/.well-known/oauth-authorization-server/office,https://login.example.test/office" })
	void theIssuerIsDerivedFromTheAddressOfItsMetadata(String configuration, String issuer) throws Exception {
		assertEquals(Optional.of(issuer), issuer(smtp(naming(configuration))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://login.example.test/.well-known/openid-configuration", "javascript:alert(1)//.well-known/openid-configuration",
			"file:///etc/.well-known/openid-configuration", "//login.example.test/.well-known/openid-configuration",
			"https://mail.example.test@login.example.test/.well-known/openid-configuration",
			"https://login.example.test/.well-known/openid-configuration#x", "https://login.example.test/.well-known/openid-configuration?x=1",
			"https://192.168.1.1/.well-known/openid-configuration", "https://203.0.113.7:443/.well-known/openid-configuration",
			"https://[fd00::1]/.well-known/openid-configuration", "https://2130706433/.well-known/openid-configuration",
			"https://login.example.0x7f/.well-known/openid-configuration", "https:///.well-known/openid-configuration",
			"https://login..test/.well-known/openid-configuration", "https://login.example.test/other", "https://login.example.test",
			"https://login.example.test/a/../.well-known/openid-configuration", "https://login.example.test/\u202e/.well-known/openid-configuration",
			"https://login.example.test/a b/.well-known/openid-configuration", "https://l\u00f6gin.example.test/.well-known/openid-configuration", "" })
	void anAddressThatIsNotThePlainHttpsAddressOfANamedHostIsLeftOut(String configuration) throws Exception {
		Problem problem = smtp(naming(configuration));
		assertEquals(Optional.empty(), issuer(problem));
		assertEquals("transport.token-refused", problem.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"openid-configuration\":\"" + CONFIGURATION + "\"", "{\"openid-configuration\":\"" + CONFIGURATION + "\"}x",
			"{'openid-configuration':'" + CONFIGURATION + "'}", "[\"" + CONFIGURATION + "\"]", "{\"openid-configuration\":[\"" + CONFIGURATION + "\"]}",
			"{\"openid-configuration\":{}}", "{\"openid-configuration\":null}", "{\"openid-configuration\":42}", "\"" + CONFIGURATION + "\"",
			CONFIGURATION, "{}", "null", "<html>" })
	void anErrorThatIsNotTheJsonOfTheStandardNamesNothing(String error) throws Exception {
		Problem problem = smtp(error);
		assertEquals(Optional.empty(), issuer(problem));
		assertEquals("transport.token-refused", problem.id());
	}

	@Test
	void anAddressThatNobodyWouldReadIsLeftOut() throws Exception {
		String longest = "https://login.example.test/" + "x".repeat(200 - 60) + "/.well-known/openid-configuration";
		assertEquals(200, longest.length());
		assertTrue(issuer(smtp(naming(longest))).isPresent());
		assertEquals(Optional.empty(), issuer(smtp(naming(longest.replace("/x", "/xx")))));
	}

	@Test
	void deepNestingIsNotFollowed() throws Exception {
		Problem problem = smtp("{\"a\":" + "[".repeat(2500) + "]".repeat(2500) + ",\"openid-configuration\":\"" + CONFIGURATION + "\"}");
		assertEquals(Optional.empty(), issuer(problem));
		assertEquals("transport.token-refused", problem.id());
	}

	@Test
	void twoMegabytesAreNotReadAndBlameNobodysSignIn() throws Exception {
		String large = naming("https://login.example.test/" + "x".repeat(2_000_000) + "/.well-known/openid-configuration");
		Problem smtp = smtp(large);
		assertEquals(Optional.empty(), issuer(smtp));
		assertEquals(ProblemKind.SERVER, smtp.kind());
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.capabilities("IMAP4rev1", "SASL-IR", "AUTH=OAUTHBEARER").accounts().oauthError(large);
			Problem imap = stage.refused(Net.token(Net.BAD_TOKEN));
			assertEquals(Optional.empty(), issuer(imap));
			assertEquals(ProblemKind.SERVER, imap.kind());
		}
	}

	@Test
	void onlyTheMechanismOfTheStandardNamesIt() throws Exception {
		try (SmtpStage stage = SmtpStage.implicit()) {
			stage.peer.capabilities("AUTH XOAUTH2").accounts().oauthError(NAMING);
			assertEquals(Optional.empty(), issuer(stage.refused(Net.token(Net.BAD_TOKEN))));
		}
	}

	@Test
	void aPasswordThatIsRefusedNamesNothing() throws Exception {
		try (SmtpStage stage = SmtpStage.implicit()) {
			stage.peer.capabilities("AUTH PLAIN").accounts().oauthError(NAMING);
			assertEquals(Optional.empty(), issuer(stage.refused(Net.password("wrong"))));
		}
	}

	@Test
	void aServerWithoutTlsOrWithACertificateOfAnotherHostNamesNothing() throws Exception {
		try (SmtpStage plain = SmtpStage.with(ServerTls.none(), TlsMode.STARTTLS);
				SmtpStage stripped = SmtpStage.startTls();
				SmtpStage other = SmtpStage.with(ServerTls.implicit(Net.AUTHORITY.wrongHost()), TlsMode.IMPLICIT)) {
			stripped.peer.capabilitiesBeforeTls("AUTH OAUTHBEARER");
			for (SmtpStage stage : new SmtpStage[] { plain, stripped, other }) {
				stage.peer.capabilities("AUTH OAUTHBEARER").accounts().oauthError(NAMING);
				Problem problem = stage.refused(Net.token(Net.BAD_TOKEN));
				assertEquals(ProblemKind.CERTIFICATE, problem.kind());
				assertEquals(Optional.empty(), issuer(problem));
				assertEquals(0, stage.said("AUTH"));
			}
		}
	}

	@Test
	void anErrorThatDidNotComeOverVerifiedTlsNamesNothing() {
		SaslError error = new SaslError(NAMING, Optional.of("https://login.example.test"));
		assertEquals(Optional.empty(), issuer(Refusal.of(problems(false), Net.token(), Optional.of(error), "535 no")));
		assertEquals(Optional.of("https://login.example.test"), issuer(Refusal.of(problems(true), Net.token(), Optional.of(error), "535 no")));
	}

	private static EndpointProblems problems(boolean verified) {
		Watchdog watchdog = new Watchdog((Duration delay, Runnable action) -> () -> {
		}, () -> {
		});
		return new EndpointProblems(Net.endpoint(Protocol.SMTP, 465, TlsMode.IMPLICIT), watchdog, Explanations.NONE, () -> verified);
	}
}

package org.postkontor.check.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.check.tests.CheckFixture.step;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.check.CheckReport;
import org.postkontor.check.NamedIssuer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.IssuerSuggestion;

/** What the account test makes of a sign-in service that a server names. */
class NamedIssuerTest {
	private static final String OTHER = "https://other.example.test/office";

	private CheckFixture fixture;

	@BeforeEach
	void start() throws IOException {
		fixture = new CheckFixture();
		fixture.mail.refusals = 99;
		fixture.mail.named = OTHER;
	}

	@AfterEach
	void stop() throws IOException {
		fixture.close();
	}

	@Test
	void anotherOneThanTheAccountUsesIsOfferedForEveryServerThatNamesIt() {
		CheckReport report = fixture.run(false);
		Problem problem = step(report, "receive.sign-in").problem().orElseThrow();
		assertEquals("check.issuer-named", problem.id());
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
		assertEquals(Remedy.USE_ISSUER, problem.remedy());
		assertTrue(problem.details().get("reply").startsWith("535"), "the administrator still sees what the server said");
		assertEquals(List.of(new NamedIssuer(OTHER,
				List.of(new IssuerSuggestion(OTHER, "localhost", Protocol.IMAP), new IssuerSuggestion(OTHER, "localhost", Protocol.SMTP)))),
				NamedIssuer.in(report.steps()));
		assertEquals(List.of("localhost"), NamedIssuer.in(report.steps()).getFirst().hosts());
		assertEquals("other.example.test", NamedIssuer.in(report.steps()).getFirst().issuerHost());
	}

	@Test
	void itIsOfferedAlsoWhenNothingIsLeftToRefreshWith() {
		fixture.broker.lostWhenRefused = true;
		CheckReport report = fixture.run(CheckFixture.account(fixture.imapEndpoint()), false, null);
		assertEquals("check.issuer-named", step(report, "receive.sign-in").problem().orElseThrow().id());
	}

	@Test
	void nothingIsOfferedIfTheFreshTokenIsTaken() {
		fixture.mail.refusals = 1;
		CheckReport report = fixture.run(false);
		assertTrue(report.passed());
		assertEquals(List.of(), NamedIssuer.in(report.steps()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://login.example.test", "https://login.example.test/" })
	void theOneThatTheAccountUsesIsNoOffer(String named) {
		fixture.mail.named = named;
		CheckReport report = fixture.run(false);
		assertEquals("transport.refused", step(report, "receive.sign-in").problem().orElseThrow().id());
		assertEquals(List.of(), NamedIssuer.in(report.steps()));
	}

	@Test
	void aProviderWithAnEntryOfItsOwnKnowsWhichIssuerOfItsHostIsRight() {
		fixture.mail.named = "https://login.example.test/tenant";
		Endpoint imap = fixture.imapEndpoint();
		Endpoint own = imap.with(AuthBinding.of("microsoft", "anna@example.test", Map.of()).signedIn("s"));
		assertEquals(List.of(), NamedIssuer.in(fixture.run(CheckFixture.account(own), false, null).steps()));
		assertEquals(1, NamedIssuer.in(fixture.run(CheckFixture.account(imap), false, null).steps()).size());
	}

	@Test
	void aPasswordThatIsRefusedOffersNothing() {
		fixture.broker.password = true;
		assertEquals(List.of(), NamedIssuer.in(fixture.run(false).steps()));
	}

	@Test
	void onlyTheServersThatNamedItAreBoundToItAndTheirOldSignInIsNotBoundAnyMore() {
		AuthBinding before = new AuthBinding("google", "anna@example.test", "office@example.test", Optional.of("s"), Map.of("clientId", "old"));
		Endpoint imap = new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, before);
		Endpoint smtp = new Endpoint(Protocol.SMTP, "smtp.example.test", 465, TlsMode.IMPLICIT, before);
		Account account = CheckFixture.account(imap, smtp);
		NamedIssuer named = new NamedIssuer(OTHER, List.of(new IssuerSuggestion(OTHER, "smtp.example.test", Protocol.SMTP),
				new IssuerSuggestion(OTHER, "elsewhere.example.test", Protocol.IMAP)));
		Account asked = named.asked(account);
		AuthBinding bound = new AuthBinding("oauth", "anna@example.test", "office@example.test", Optional.empty(), Map.of("issuer", OTHER));
		assertEquals(List.of(smtp.with(bound)), asked.endpoints());
		Account signedIn = asked.with(smtp.with(bound.signedIn("new")));
		assertEquals(List.of(imap, smtp.with(bound.signedIn("new"))), named.merged(account, signedIn).endpoints());
	}
}

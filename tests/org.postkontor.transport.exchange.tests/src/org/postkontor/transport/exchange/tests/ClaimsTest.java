package org.postkontor.transport.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.Protocol;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.peer.HttpAnswer;

/** A demand for claims (continuous access evaluation) goes into the next request for a token, once; then a person is asked. */
class ClaimsTest {
	private static final String CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1604106651\"}}}";
	@TempDir
	Path folder;

	private static HttpAnswer challenge(Protocol protocol, String claims) {
		HttpAnswer refusal = protocol == Protocol.GRAPH ? Answers.graph(401, "InvalidAuthenticationToken") : HttpAnswer.html(401, "Unauthorized");
		return refusal.withHeader("WWW-Authenticate",
				"Bearer realm=\"\", authorization_uri=\"https://login.example.test/common/oauth2/authorize\", error=\"insufficient_claims\", claims=\"" + claims + "\"");
	}

	private static String url(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static List<String> about(Office office) {
		return office.broker.events.stream().filter(event -> event.startsWith("challenged") || event.startsWith("refused")).toList();
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void theClaimsGoToTheNextRequestForATokenAndTheMailGoesOut(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			stage.planned.add(challenge(protocol, url(CLAIMS)));
			OutboxId mail = office.submit("claims");
			office.drain();
			assertEquals(List.of("challenged " + CLAIMS), about(office));
			assertEquals(MailState.FILED, office.entry(mail).state());
			assertEquals(2, stage.sendings());
			assertEquals(1, stage.taken.size());
			assertEquals("Bearer token2", stage.taken.get(0).request().header("authorization"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void aSecondDemandIsAProblemForAPerson(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			stage.planned.addAll(List.of(challenge(protocol, url(CLAIMS)), challenge(protocol, url(CLAIMS)), challenge(protocol, url(CLAIMS))));
			OutboxId mail = office.submit("claims");
			office.drain();
			Problem problem = office.paused().orElseThrow();
			assertEquals("exchange.claims", problem.id());
			assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
			assertEquals(Remedy.SIGN_IN, problem.remedy());
			assertEquals(MailState.QUEUED, office.entry(mail).state());
			assertEquals(1, about(office).size());
			assertEquals(2, stage.sendings());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void aProviderThatNeedsAPersonForItPausesTheLane(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			stage.planned.add(challenge(protocol, url(CLAIMS)));
			OutboxId mail = office.submit("claims");
			Problem needed = Problem.of("auth.sign-in-needed", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN);
			office.broker.afterChallenge = Optional.of(needed);
			office.drain();
			assertEquals(needed, office.paused().orElseThrow());
			assertEquals(MailState.QUEUED, office.entry(mail).state());
			assertEquals(1, stage.sendings());
		}
	}

	@ParameterizedTest
	@CsvSource({ "bm90IGpzb24", "'%%%%'", "W10" })
	void whatIsNoObjectIsAnOrdinaryRefusal(String claims) throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH); Office office = new Office(folder, stage)) {
			stage.planned.add(challenge(Protocol.GRAPH, claims));
			office.submit("claims");
			office.drain();
			assertTrue(about(office).get(0).startsWith("refused 401"), about(office).toString());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void bothAlphabetsOfBase64AreRead(Protocol protocol) throws Exception {
		String umlauts = "{\"access_token\":{\"x\":\"~~~???äöü>>>\"}}";
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			stage.planned.add(challenge(protocol, Base64.getEncoder().encodeToString(umlauts.getBytes(StandardCharsets.UTF_8))));
			office.submit("claims");
			office.drain();
			assertEquals(List.of("challenged " + umlauts), about(office));
		}
	}
}

package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.HttpAnswer;

/** However often a credential is asked for, a provider that refuses is left alone. */
class NoStormTest {
	private static final HttpAnswer LOOP = HttpAnswer.json(400,
			"{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50196: a client request loop\",\"error_codes\":[50196]}");

	@TempDir
	Path home;
	BrokerStage stage;
	AuthBinding binding;
	/** The identity provider has an answer that nobody fetched. */
	boolean planned;

	@BeforeEach
	void signIn() throws Exception {
		stage = new BrokerStage(home);
		binding = stage.signedIn();
		stage.world.advance(Duration.ofHours(2));
	}

	@AfterEach
	void close() {
		stage.close();
	}

	/** Asks so often for the credential; how many requests that made. */
	private int asked(int times, HttpAnswer answer) {
		int before = stage.world.idp.tokenRequests();
		for (int i = 0; i < times; i++) {
			if (!planned) {
				stage.world.idp.nextTokenAnswer(answer);
			}
			int now = stage.world.idp.tokenRequests();
			stage.refused(binding);
			planned = stage.world.idp.tokenRequests() == now;
		}
		return stage.world.idp.tokenRequests() - before;
	}

	@Test
	void afterADetectedLoopNothingIsAskedForAnHour() {
		assertEquals(2, asked(50, LOOP));
		stage.world.advance(Duration.ofMinutes(59));
		assertEquals(0, asked(20, LOOP));
		Problem problem = stage.refused(binding);
		assertEquals("oauth.loop", problem.id());
		assertEquals(1, stage.broker.waiting().size());
		stage.world.advance(Duration.ofMinutes(2));
		assertEquals(1, asked(20, LOOP));
	}

	@Test
	void aSignInEndsThePause() throws Exception {
		stage.world.idp.nextTokenAnswer(LOOP).nextTokenAnswer(LOOP);
		stage.refused(binding);
		stage.refused(binding);
		stage.refused(binding);
		stage.signedIn();
		assertTrue(stage.world.idp.activeUser(stage.token(binding)).isPresent());
	}

	@Test
	void aProviderInTroubleIsAskedLessAndLess() {
		HttpAnswer trouble = HttpAnswer.json(503, "{\"error\":\"temporarily_unavailable\"}");
		assertEquals(5, asked(30, trouble));
		stage.world.advance(Duration.ofSeconds(61));
		assertEquals(1, asked(30, trouble));
		stage.world.advance(Duration.ofSeconds(61));
		assertEquals(0, asked(30, trouble));
		stage.world.advance(Duration.ofMinutes(4));
		assertEquals(1, asked(30, trouble));
	}

	@Test
	void theTokenIsStillGoodWhenTheProviderIsBack() throws Exception {
		assertEquals(4, asked(4, HttpAnswer.html(502, "<html>bad gateway</html>")));
		stage.world.idp.nextTokenAnswer(HttpAnswer.noAnswer());
		stage.refused(binding);
		stage.refused(binding);
		stage.world.advance(Duration.ofHours(1));
		assertTrue(stage.world.idp.activeUser(stage.token(binding)).isPresent());
	}

	@Test
	void aProviderThatAsksToWaitIsNotAskedBefore() {
		HttpAnswer later = HttpAnswer.json(429, "{\"error\":\"temporarily_unavailable\"}").withHeader("Retry-After", "600");
		assertEquals(1, asked(10, later));
		Problem problem = stage.refused(binding);
		assertEquals("net.throttled", problem.id());
		assertEquals(ProblemKind.SERVER, problem.kind());
		assertEquals("600", problem.values().get("seconds"));
		stage.assertExplained(problem);
	}

	@Test
	void aPersonWhoSignsInAtABusyProviderIsToldToWait() {
		stage.world.idp.nextTokenAnswer(HttpAnswer.html(503, "busy").withHeader("Retry-After", "120"));
		stage.refused(binding);
		assertEquals("net.throttled", assertThrows(ProblemException.class, () -> stage.signedIn()).problem().id());
	}
}

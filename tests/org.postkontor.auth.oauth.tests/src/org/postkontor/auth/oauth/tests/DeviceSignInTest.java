package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Direction;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.HttpAnswer;

class DeviceSignInTest {
	private static final Duration LIMIT = Duration.ofSeconds(20);
	OidcWorld world;
	final Shown shown = new Shown();
	final NullProgressMonitor monitor = new NullProgressMonitor();

	@BeforeEach
	void open() throws IOException {
		world = new OidcWorld();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@Test
	void waitsUntilTheCodeWasEntered() throws Exception {
		FutureTask<Session> signIn = start();
		poll(1);
		world.idp.approveDevice(shown.code.userCode(), OidcWorld.ANNA);
		poll(2);
		Session session = signIn.get(20, TimeUnit.SECONDS);
		assertEquals(List.of("anna@example.test"), session.names());
		assertTrue(session.secret("refresh").isPresent());
		assertTrue(shown.done);
	}

	@Test
	void provesThatItAskedForTheCodeWhereTheProviderDemandsIt() throws Exception {
		world.idp.demandPkceOfDevices();
		FutureTask<Session> signIn = start();
		Wait.until(() -> shown.code != null, LIMIT);
		world.idp.approveDevice(shown.code.userCode(), OidcWorld.ANNA);
		poll(1);
		assertEquals(List.of("anna@example.test"), signIn.get(20, TimeUnit.SECONDS).names());
	}

	@Test
	void showsTheAddressThatAlreadyHoldsTheCode() {
		start();
		Wait.until(() -> shown.code != null, LIMIT);
		assertTrue(shown.code.complete().orElseThrow().toString().endsWith("?user_code=" + shown.code.userCode()));
		monitor.setCanceled(true);
	}

	@Test
	void pollsSlowerWhenToldTo() throws Exception {
		world.idp.nextTokenAnswer(HttpAnswer.json(400, "{\"error\":\"slow_down\"}"));
		FutureTask<Session> signIn = start();
		poll(1);
		Wait.until(() -> world.clock.pendingTimers() == 1, LIMIT);
		world.advance(Duration.ofSeconds(9));
		assertEquals(1, world.idp.tokenRequests());
		world.advance(Duration.ofSeconds(1));
		Wait.until(() -> world.idp.tokenRequests() == 2, LIMIT);
		monitor.setCanceled(true);
		assertThrows(ExecutionException.class, () -> signIn.get(20, TimeUnit.SECONDS));
	}

	@Test
	void refusingOnTheOtherDeviceIsNamedAsMissingConsent() throws Exception {
		FutureTask<Session> signIn = start();
		Wait.until(() -> shown.code != null, LIMIT);
		world.idp.denyDevice(shown.code.userCode());
		poll(1);
		assertProblem("auth.denied", ProblemKind.CONSENT_NEEDED, signIn);
	}

	@Test
	void anUnusedCodeExpires() throws Exception {
		FutureTask<Session> signIn = start();
		Wait.until(() -> shown.code != null && world.clock.pendingTimers() == 1, LIMIT);
		world.idp.nextTokenAnswer(HttpAnswer.json(400, "{\"error\":\"authorization_pending\"}"));
		world.advance(Duration.ofMinutes(11));
		assertProblem("auth.device-expired", ProblemKind.TIMEOUT, signIn);
	}

	@Test
	void canBeCancelledWhileWaiting() throws Exception {
		FutureTask<Session> signIn = start();
		Wait.until(() -> shown.code != null, LIMIT);
		monitor.setCanceled(true);
		assertProblem("cancelled", ProblemKind.CANCELLED, signIn);
	}

	@Test
	void aProviderWithoutDeviceCodesIsToldApart() throws Exception {
		world.meddle("/.well-known/openid-configuration", text -> text.replace("device_authorization_endpoint", "other"));
		assertProblem("auth.device-unsupported", ProblemKind.CONFIGURATION, start());
	}

	private FutureTask<Session> start() {
		FutureTask<Session> signIn = new FutureTask<>(() -> world.provider().signIn(world.request(Direction.SEND), shown, monitor));
		Thread.ofVirtual().start(signIn);
		return signIn;
	}

	/** Lets one interval pass and waits for the request that follows. */
	private void poll(int number) {
		Wait.until(() -> shown.code != null && world.clock.pendingTimers() == 1, LIMIT);
		world.advance(Duration.ofSeconds(5));
		Wait.until(() -> world.idp.tokenRequests() >= number, LIMIT);
	}

	private static void assertProblem(String id, ProblemKind kind, FutureTask<Session> signIn) {
		ExecutionException e = assertThrows(ExecutionException.class, () -> signIn.get(20, TimeUnit.SECONDS));
		ProblemException problem = (ProblemException) e.getCause();
		assertEquals(id, problem.problem().id());
		assertEquals(kind, problem.problem().kind());
	}

	private static final class Shown implements SignInPrompt {
		volatile DeviceCode code;
		volatile boolean done;

		@Override
		public boolean prefersDeviceCode() {
			return true;
		}

		@Override
		public void openBrowser(BrowserRequest request) {
			throw new AssertionError("no browser expected");
		}

		@Override
		public void showDeviceCode(DeviceCode shownCode) {
			code = shownCode;
		}

		@Override
		public Secret askPassword(PasswordRequest request) {
			throw new AssertionError("no password expected");
		}

		@Override
		public void done() {
			done = true;
		}
	}
}

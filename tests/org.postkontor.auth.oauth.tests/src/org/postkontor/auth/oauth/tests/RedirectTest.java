package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Direction;
import org.postkontor.auth.Session;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** The redirect comes twice, too late, from somebody else, or never: one code is redeemed once, and only the right one. */
class RedirectTest {
	private static final int SECONDS = 30;
	private static final ScriptedBrowser BROWSER = ScriptedBrowser.of(OidcWorld.ANNA, "annas-password");
	private OidcWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new OidcWorld();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@Test
	void aReplayedAnswerFindsNobodyAndIsNotRedeemedAgain() throws Exception {
		WaitingPerson person = new WaitingPerson();
		Future<Session> session = signIn(person, null);
		BrowserResult end = BROWSER.signIn(person.address());
		assertEquals(200, end.status());
		session.get(SECONDS, TimeUnit.SECONDS);
		int redeemed = world.idp.tokenRequests();
		Wait.until("the port is closed", () -> gone(end.uri()), Duration.ofSeconds(SECONDS));
		assertEquals(redeemed, world.idp.tokenRequests());
	}

	@Test
	void aSecondRedirectWhileTheCodeIsRedeemedIsTooLate() throws Exception {
		WaitingPerson person = new WaitingPerson();
		CompletableFuture<URI> end = new CompletableFuture<>();
		List<Integer> second = new CopyOnWriteArrayList<>();
		world.meddleOnce("/token", body -> {
			second.add(statusAt(end));
			return body;
		});
		Future<Session> session = signIn(person, null);
		end.complete(BROWSER.signIn(person.address()).uri());
		assertEquals(List.of(OidcWorld.ANNA), session.get(SECONDS, TimeUnit.SECONDS).names());
		assertEquals(List.of(410), second);
		assertEquals(1, world.idp.tokenRequests());
	}

	@Test
	void theAnswerOfAnEarlierSignInDoesNotEndALaterOne() throws Exception {
		WaitingPerson earlier = new WaitingPerson();
		Future<Session> first = signIn(earlier, null);
		URI old = BROWSER.signIn(earlier.address()).uri();
		first.get(SECONDS, TimeUnit.SECONDS);
		WaitingPerson later = new WaitingPerson();
		Future<Session> second = signIn(later, null);
		URI redirect = URI.create(OidcWorld.query(later.address()).get("redirect_uri"));
		assertEquals(400, BROWSER.open(redirect.resolve("?" + old.getRawQuery())).status());
		assertEquals(200, BROWSER.signIn(later.address()).status());
		assertEquals(List.of(OidcWorld.ANNA), second.get(SECONDS, TimeUnit.SECONDS).names());
		assertEquals(2, world.idp.tokenRequests());
	}

	@Test
	void whoComesBeforeTheBrowserIsIgnored() throws Exception {
		WaitingPerson person = new WaitingPerson();
		Future<Session> session = signIn(person, null);
		URI redirect = URI.create(OidcWorld.query(person.address()).get("redirect_uri"));
		for (String guess : List.of("?code=forged&state=guess", "?error=access_denied&state=guess", "?code=forged", "favicon.ico")) {
			assertTrue(BROWSER.open(redirect.resolve(guess)).status() >= 400, guess);
		}
		assertEquals(200, BROWSER.signIn(person.address()).status());
		assertEquals(List.of(OidcWorld.ANNA), session.get(SECONDS, TimeUnit.SECONDS).names());
		assertEquals(1, world.idp.tokenRequests(), "no forged code was redeemed");
	}

	@Test
	void whoClosesTheBrowserCanCancelAndSignInAgain() throws Exception {
		WaitingPerson person = new WaitingPerson();
		NullProgressMonitor monitor = new NullProgressMonitor();
		Future<Session> session = signIn(person, monitor);
		assertEquals(200, BROWSER.open(person.address()).status());
		monitor.setCanceled(true);
		ExecutionException e = assertThrows(ExecutionException.class, () -> session.get(SECONDS, TimeUnit.SECONDS));
		assertEquals(ProblemKind.CANCELLED, ((ProblemException) e.getCause()).problem().kind());
		URI redirect = URI.create(OidcWorld.query(person.address()).get("redirect_uri"));
		Wait.until("the port is closed", () -> gone(redirect), Duration.ofSeconds(SECONDS));
		assertEquals(0, world.idp.tokenRequests());
		assertEquals(List.of(OidcWorld.ANNA), world.signIn().names());
	}

	private Future<Session> signIn(WaitingPerson person, IProgressMonitor monitor) {
		FutureTask<Session> session = new FutureTask<>(() -> world.provider().signIn(world.request(Direction.SEND), person, monitor));
		Thread.ofVirtual().start(session);
		return session;
	}

	private static int statusAt(CompletableFuture<URI> address) {
		try {
			return BROWSER.open(address.get(SECONDS, TimeUnit.SECONDS)).status();
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}

	private static boolean gone(URI address) throws IOException {
		try {
			int status = BROWSER.open(address).status();
			assertTrue(status >= 400, "nobody takes it: " + status);
			return false;
		} catch (ConnectException e) {
			return true;
		} catch (IOException e) { // the last connection, accepted by nobody
			return false;
		}
	}
}

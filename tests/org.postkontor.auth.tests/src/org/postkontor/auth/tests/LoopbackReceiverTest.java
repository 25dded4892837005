package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.loopback.LoopbackReceiver;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;

class LoopbackReceiverTest {
	private static final String STATE = "the-right-state";
	private static final Duration LIMIT = Duration.ofSeconds(10);
	LoopbackReceiver receiver;
	int port;

	@BeforeEach
	void open() throws ProblemException {
		receiver = LoopbackReceiver.open("localhost", "/", Secret.of(STATE), Locale.GERMAN);
		port = receiver.redirectUri().getPort();
	}

	@AfterEach
	void close() {
		receiver.close();
	}

	@Test
	void takesTheAnswerWithTheRightState() throws Exception {
		assertTrue(get("/?state=" + STATE + "&code=abc%2B1").startsWith("HTTP/1.1 200"));
		assertEquals(Map.of("state", STATE, "code", "abc+1"), receiver.await(LIMIT, null));
	}

	@ParameterizedTest
	@CsvSource({ "/?state=wrong&code=x,400", "/?code=x,400", "/?state=the-right-state,400", "/favicon.ico,404",
			"/other?state=the-right-state&code=x,404", "/?state=the-right-state&state=wrong&code=x,400", "/?state=the-right-state&code=%zz,400" })
	void anythingElseIsAnsweredAndTheWaitGoesOn(String target, int status) throws Exception {
		assertTrue(get(target).startsWith("HTTP/1.1 " + status), target);
		assertStillWaits();
	}

	@ParameterizedTest
	@CsvSource({ "evil.example.test", "127.0.0.1", "localhost", "localhost:1", "''" })
	void aWrongHostHeaderIsIgnored(String host) throws Exception {
		assertTrue(send("GET /?state=" + STATE + "&code=x HTTP/1.1\r\nHost: " + host + "\r\n\r\n").startsWith("HTTP/1.1 421"));
		assertStillWaits();
	}

	@Test
	void onlyTheFirstRightAnswerCounts() throws Exception {
		get("/?state=" + STATE + "&code=first");
		assertTrue(get("/?state=" + STATE + "&code=second").startsWith("HTTP/1.1 410"));
		assertEquals("first", receiver.await(LIMIT, null).get("code"));
	}

	@Test
	void takesAFormPost() throws Exception {
		String form = "code=abc&state=" + STATE;
		assertTrue(send("POST / HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
				+ form.length() + "\r\n\r\n" + form).startsWith("HTTP/1.1 200"));
		assertEquals("abc", receiver.await(LIMIT, null).get("code"));
	}

	@Test
	void errorsOfTheProviderAreAnswersToo() throws Exception {
		String page = get("/?state=" + STATE + "&error=access_denied&error_description=no");
		assertTrue(page.contains("Anmeldung nicht abgeschlossen"));
		assertEquals("access_denied", receiver.await(LIMIT, null).get("error"));
	}

	@Test
	void theConsentOfAnAdministratorIsAnAnswerToo() throws Exception {
		String page = get("/?state=" + STATE + "&admin_consent=True&tenant=x");
		assertTrue(page.contains("Freigabe beantwortet"));
		assertEquals("True", receiver.await(LIMIT, null).get("admin_consent"));
	}

	@Test
	void thePageShowsNothingOfTheRequestAndAllowsNoScriptButItsOwn() throws Exception {
		String page = get("/?state=" + STATE + "&code=canary-code&x=%3Cscript%3E");
		assertFalse(page.contains("canary-code") || page.contains(STATE));
		String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
		assertEquals("history.replaceState(null,'',location.pathname)", script, "takes the code out of the address bar");
		assertEquals(page.indexOf("<script"), page.lastIndexOf("<script"));
		String hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
		assertTrue(page.contains("script-src 'sha256-" + hash + "';"), page);
		assertTrue(page.contains("Content-Security-Policy: default-src 'none'"));
		assertTrue(page.contains("Connection: close"));
		assertTrue(page.contains("Beim Anbieter angemeldet"));
	}

	@Test
	void thePageSpeaksEnglishToo() throws Exception {
		try (LoopbackReceiver english = LoopbackReceiver.open("127.0.0.1", "/", Secret.of(STATE), Locale.ENGLISH)) {
			port = english.redirectUri().getPort();
			assertTrue(send("GET /?state=" + STATE + "&code=x HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n").contains("Signed in at the provider"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en-GB,en;q=0.9,de;q=0.8|Signed in at the provider", "en|Signed in at the provider", "de-AT, en|Beim Anbieter angemeldet",
			"fr,en;q=0.5|Beim Anbieter angemeldet", "*|Beim Anbieter angemeldet", ";;|Beim Anbieter angemeldet" })
	void thePageSpeaksTheLanguageOfTheBrowserOrElseOurs(String acceptLanguage, String title) throws Exception {
		String page = send("GET /?state=" + STATE + "&code=x HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Language: " + acceptLanguage + "\r\n\r\n");
		assertTrue(page.contains("<h1>" + title), page);
	}

	@Test
	void localhostIsHeardOnBothAddressFamilies() throws Exception {
		assertTrue(send("127.0.0.1", request("/favicon.ico")).startsWith("HTTP/1.1 404"));
		try {
			assertTrue(send("::1", request("/favicon.ico")).startsWith("HTTP/1.1 404"));
		} catch (SocketException e) {
			assertThrows(IOException.class, () -> new java.net.ServerSocket(0, 1, InetAddress.getByName("::1")).close(), "this machine has IPv6");
		}
	}

	@Test
	void aLiteralIsHeardOnThatAddressOnly() throws Exception {
		try (LoopbackReceiver literal = LoopbackReceiver.open("127.0.0.1", "/", Secret.of(STATE), Locale.GERMAN)) {
			port = literal.redirectUri().getPort();
			assertEquals("http://127.0.0.1:" + port + "/", literal.redirectUri().toString());
			assertThrows(IOException.class, () -> send("::1", request("/")));
			assertThrows(IOException.class, () -> send("127.0.0.2", request("/")));
		}
	}

	@Test
	void oversizedRequestsAreCutOff() throws Exception {
		assertTrue(send("GET /?x=" + "a".repeat(17_000) + " HTTP/1.1\r\n\r\n").matches("(?s)(HTTP/1.1 431.*|reset)"));
		assertTrue(send("POST / HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Length: 999999\r\n\r\n").startsWith("HTTP/1.1 413"));
		assertTrue(send("GARBAGE\r\n\r\n").startsWith("HTTP/1.1 400"));
		assertStillWaits();
	}

	@Test
	void somebodyWhoSendsNothingDoesNotKeepOthersOut() throws Exception {
		try (Socket silent = new Socket("127.0.0.1", port)) {
			assertTrue(silent.isConnected());
			get("/?state=" + STATE + "&code=x");
			assertEquals("x", receiver.await(LIMIT, null).get("code"));
		}
	}

	@Test
	void canBeCancelled() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertEquals(ProblemKind.CANCELLED, assertThrows(ProblemException.class, () -> receiver.await(LIMIT, monitor)).problem().kind());
	}

	@Test
	void closingEndsTheWait() {
		receiver.close();
		assertEquals(ProblemKind.CANCELLED, assertThrows(ProblemException.class, () -> receiver.await(LIMIT, null)).problem().kind());
		Wait.until("the port is closed", this::isClosed, LIMIT); // the accepting thread lets go of it
	}

	private boolean isClosed() {
		try {
			return "reset".equals(get("/"));
		} catch (IOException e) {
			return true;
		}
	}

	@Test
	void theWaitForAPersonIsLongEnough() {
		assertTrue(LoopbackReceiver.MIN_WAIT.compareTo(Duration.ofMinutes(15)) >= 0);
	}

	@Test
	void takesThePastedAddressOfABrowserThatCannotReachUs() throws Exception {
		assertTrue(receiver.paste("  " + receiver.redirectUri() + "?state=" + STATE + "&code=abc%2B1\n"));
		assertEquals("abc+1", receiver.await(LIMIT, null).get("code"));
		assertTrue(get("/?state=" + STATE + "&code=second").startsWith("HTTP/1.1 410"), "one answer only, whichever way it comes");
	}

	@Test
	void aSecondPastedAddressIsNotTaken() throws Exception {
		get("/?state=" + STATE + "&code=first");
		assertFalse(receiver.paste(receiver.redirectUri() + "?state=" + STATE + "&code=second"));
		assertEquals("first", receiver.await(LIMIT, null).get("code"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "%", "http://", "HOST/?state=wrong&code=x", "HOST/?code=x", "HOST/?state=the-right-state", "HOST/",
			"HOST/other?state=the-right-state&code=x", "HOST/?state=the-right-state&state=the-right-state&code=x",
			"HOST.evil.example.test/?state=the-right-state&code=x", "http://localhost:1/?state=the-right-state&code=x",
			"http://user@localhost/?state=the-right-state&code=x", "https://login.example.test/?state=the-right-state&code=x",
			"HOST/#state=the-right-state&code=x", "HOST/?state=the-right-state&code=%zz" })
	void otherPastedTextIsNotTakenAndTheWaitGoesOn(String text) throws Exception {
		assertFalse(receiver.paste(text.replace("HOST", "http://localhost:" + port)));
		assertStillWaits();
	}

	private void assertStillWaits() throws Exception {
		assertEquals("auth.sign-in-timeout", assertThrows(ProblemException.class, () -> receiver.await(Duration.ZERO, null)).problem().id());
		get("/?state=" + STATE + "&code=right");
		assertEquals("right", receiver.await(LIMIT, null).get("code"));
	}

	private String request(String target) {
		return "GET " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
	}

	private String get(String target) throws IOException {
		return send(request(target));
	}

	private String send(String request) throws IOException {
		return send("127.0.0.1", request);
	}

	private String send(String address, String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getByName(address), port)) {
			socket.setSoTimeout(10_000);
			try {
				OutputStream out = socket.getOutputStream();
				out.write(request.getBytes(StandardCharsets.US_ASCII));
				return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			} catch (SocketException e) { // closed while we were still sending
				return "reset";
			}
		}
	}
}

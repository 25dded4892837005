package org.postkontor.demo.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

@Timeout(120)
class DemoProcessTest {

	@TempDir
	private Path folder;

	private static Process start(String... arguments) throws IOException {
		return program("DemoWorld", arguments);
	}

	private static Process program(String name, String... arguments) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), "org.postkontor.demo." + name);
		builder.command().addAll(List.of(arguments));
		return builder.redirectErrorStream(true).start();
	}

	private static void awaitReady(Process process) throws IOException {
		BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()));
		assertEquals("READY", out.readLine());
	}

	@Test
	void endsWhenItsInputEnds() throws Exception {
		Process process = start("--dir", folder.toString());
		awaitReady(process);
		process.getOutputStream().close();
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue());
	}

	@Test
	void endsWhenItIsToldTo() throws Exception {
		Process process = start("--dir", folder.toString());
		awaitReady(process);
		process.destroy();
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
	}

	@Test
	void theBrowserProgramSignsInAsTheHintedUser() throws Exception {
		try (DemoGuest guest = new DemoGuest(folder);
				HttpPeer receiver = HttpPeer.http().route("/done", HttpAnswer.html(200, "ok"))) {
			String redirect = "http://127.0.0.1:" + receiver.port() + "/done";
			Process browser = program("BrowserMain", folder.resolve("demo.json").toString(),
					guest.text("authorizationEndpoint") + "?response_type=code&client_id=postkontor-demo&state=s"
							+ "&scope=mail&code_challenge_method=S256&code_challenge=" + "a".repeat(43)
							+ "&login_hint=clara.muster%40demo.test&redirect_uri=" + redirect);
			String out = new String(browser.getInputStream().readAllBytes());
			assertEquals("200 127.0.0.1:" + receiver.port() + "/done", out.trim());
			assertTrue(browser.waitFor(30, TimeUnit.SECONDS));
			assertEquals(0, browser.exitValue());
			assertTrue(receiver.requests().get(0).query().startsWith("code="));
		}
	}

	@Test
	void explainsItsUsage() throws Exception {
		Process process = start("--port", "1");
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		assertEquals(2, process.exitValue());
	}
}

package org.postkontor.testkit.tests.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.ScriptedServer;
import org.postkontor.testkit.peer.Steps;
import org.postkontor.testkit.tests.LineClient;

class ScriptedServerTest {

	private static final Duration SOON = Duration.ofSeconds(10);

	@Test
	void runsItsStepsAndMarksWhatCameInsideTls() throws Exception {
		TestAuthority authority = TestAuthority.create();
		Steps steps = Steps.of().send("220 hi").expect("STARTTLS").send("220 go").upgradeToTls().expect("AUTH .*")
				.send("235 ok");
		try (ScriptedServer server = ScriptedServer.startTls(authority.server("localhost"), steps);
				LineClient client = new LineClient(server.port())) {
			client.line();
			client.ask("STARTTLS");
			client.startTls(authority.clientContext(), "localhost");
			assertEquals("235 ok", client.ask("AUTH PLAIN abc"));
			assertEquals("STARTTLS", server.lastTranscript().plainFromClient());
			assertTrue(server.lastTranscript().clientSaid("auth plain"));
			assertEquals("S  220 hi\nC  STARTTLS\nS  220 go\nC* AUTH PLAIN abc\nS* 235 ok",
					server.lastTranscript().toString());
		}
	}

	@Test
	void anUnexpectedLineIsAFailure() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().expect("EHLO .*").send("250 ok"));
				LineClient client = new LineClient(server.port())) {
			client.send("HELO test");
			assertEquals(null, client.line());
			Wait.until(() -> !server.failures().isEmpty(), SOON);
			assertThrows(AssertionError.class, server::assertNoFailure);
		}
	}

	@Test
	void plainBytesSentTooEarlyBreakTheHandshake() throws Exception {
		TestAuthority authority = TestAuthority.create();
		Steps steps = Steps.of().expect("STARTTLS").send("220 go").upgradeToTls().send("250 never");
		try (ScriptedServer server = ScriptedServer.startTls(authority.server("localhost"), steps);
				LineClient client = new LineClient(server.port())) {
			client.send("STARTTLS\r\nEHLO injected");
			client.line();
			Wait.until(() -> !server.failures().isEmpty(), SOON);
			assertFalse(server.lastTranscript().clientSaid("EHLO"));
		}
	}
}

package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ANNA;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.query;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.sending;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.token;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.postkontor.auth.Session;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.Canary;

/** Nothing of a sign-in is seen at any level of logging, neither ours nor that of MSAL. */
class SecrecyTest {
	private static final List<String> SECRET = List.of("code", "code_verifier", "refresh_token");
	private final StringWriter seen = new StringWriter();

	@Test
	void noSecretIsSeenInLogsProblemsOrNames() throws Exception {
		Watch watch = new Watch();
		List<Logger> loggers = List.of(Logger.getLogger("org.postkontor"), Logger.getLogger("com.microsoft.aad.msal4j"));
		loggers.forEach(logger -> {
			logger.setLevel(Level.ALL);
			logger.addHandler(watch);
		});
		List<Canary> canaries = new ArrayList<>();
		try (MicrosoftWorld world = new MicrosoftWorld()) {
			Session session = world.signIn(sending(ANNA));
			Session refreshed = world.credential(session, SMTP, true).changed().orElseThrow();
			canaries.add(Canary.of(token(world.credential(session, SMTP, false))));
			canaries.add(Canary.of(token(world.credential(refreshed, SMTP, false))));
			canaries.add(Canary.of(query(world.opened.getFirst().url()).get("state")));
			world.idp.revokeAll(ANNA);
			assertThrows(ProblemException.class, () -> world.credential(refreshed, SMTP, true)).printStackTrace(new PrintWriter(seen));
			seen.append(session + " " + refreshed + refreshed.attributes() + world.opened + world.calls);
			for (Map<String, String> form : world.idp.tokenRequests()) {
				SECRET.stream().filter(form::containsKey).forEach(name -> canaries.add(Canary.of(form.get(name))));
			}
		} finally {
			loggers.forEach(logger -> {
				logger.removeHandler(watch);
				logger.setLevel(null);
			});
		}
		assertTrue(watch.records > 0, "nothing was watched");
		assertTrue(canaries.size() >= 7, "only " + canaries.size());
		canaries.forEach(canary -> assertEquals(List.of(), canary.findIn(seen.toString())));
	}

	private final class Watch extends Handler {
		private int records;

		@Override
		public synchronized void publish(LogRecord entry) {
			records++;
			seen.append(entry.getMessage()).append('\n');
			if (entry.getThrown() != null) {
				entry.getThrown().printStackTrace(new PrintWriter(seen));
			}
		}

		@Override
		public void flush() {
			// kept in memory
		}

		@Override
		public void close() {
			// kept in memory
		}
	}
}

package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.transport.tests.SmtpStage.BEN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.problem.Problem;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.peer.Reaction;

/**
 * Hostile servers and curious logs. Traps: the library's line reader is unbounded (craft B.3.8); with tracing on it prints
 * tokens (platform 2.4); system properties and a shared session could change a connection (B.3.11).
 */
class SmtpGuardTest {
	private final SmtpStage stage;

	SmtpGuardTest() throws IOException {
		stage = SmtpStage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	@Test
	void case55AnEndlessGreetingLineIsCutOff() {
		stage.peer.faults().always("GREETING", conversation -> {
			byte[] block = "x".repeat(4096).getBytes();
			for (int i = 0; i < 100_000; i++) {
				conversation.sendRaw(block);
			}
			return true;
		});
		assertEquals("net.line-too-long", stage.refused(Net.token()).id());
	}

	@Test
	void case55EndlessGreetingLinesAreCutOff() {
		stage.peer.faults().always("GREETING", conversation -> {
			for (int i = 0; i < 100_000; i++) {
				conversation.send("220-welcome, welcome, welcome");
			}
			return true;
		});
		assertEquals("net.too-much", stage.refused(Net.token()).id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "220 \u0000\u0000 welcome", "\u0000\u0000\u0000\u0000", "220-\u0000|220 ok" })
	void case55NulsInAGreetingHarmNobody(String lines) {
		stage.peer.faults().always("GREETING", Reaction.replyAndClose(lines.split("\\|")));
		Problem problem = stage.refused(Net.token());
		assertTrue(problem.kind().isTransient(), problem.toString());
		assertTrue(problem.toString().chars().noneMatch(Character::isISOControl), problem.toString());
	}

	@Test
	void longAnswersAreFineOnceSignedIn() throws Exception {
		stage.peer.faults().next("ACCEPTED", Reaction.reply("250 2.0.0 " + "y".repeat(20_000)));
		assertEquals("Accepted", stage.send(BEN).getClass().getSimpleName());
	}

	@Test
	void nothingSecretIsLoggedEvenAtTheFinestLevel() throws Exception {
		List<String> logged = new CopyOnWriteArrayList<>();
		Handler handler = new Handler() {
			@Override
			public void publish(LogRecord entry) {
				logged.add(entry.getLoggerName() + " " + entry.getMessage());
			}

			@Override
			public void flush() {
				logged.add("flush");
			}

			@Override
			public void close() {
				logged.add("close");
			}
		};
		handler.setLevel(Level.ALL);
		Logger root = Logger.getLogger("");
		Level before = root.getLevel();
		PrintStream out = System.out;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		root.addHandler(handler);
		root.setLevel(Level.ALL);
		System.setOut(new PrintStream(printed));
		try {
			stage.peer.capabilities("AUTH XOAUTH2");
			stage.send(BEN);
			stage.refused(Net.token(Net.BAD_TOKEN));
		} finally {
			System.setOut(out);
			root.setLevel(before);
			root.removeHandler(handler);
		}
		for (String secret : List.of(Net.TOKEN, Net.BAD_TOKEN)) {
			assertEquals(List.of(), Canary.of(secret).findIn(String.join("\n", logged) + printed));
		}
	}

	@Test
	void noSystemPropertyWeakensAConnection() {
		String key = "mail.smtp.ssl.trust";
		System.setProperty(key, "*");
		System.setProperty("mail.smtp.ssl.checkserveridentity", "false");
		try (SmtpStage wrong = SmtpStage.with(org.postkontor.testkit.peer.ServerTls.implicit(Net.AUTHORITY.wrongHost()),
				org.postkontor.account.TlsMode.IMPLICIT)) {
			Problem problem = wrong.refused(Net.token());
			assertEquals("tls.host-mismatch", problem.id());
		} catch (IOException e) {
			throw new IllegalStateException(e);
		} finally {
			System.clearProperty(key);
			System.clearProperty("mail.smtp.ssl.checkserveridentity");
		}
	}

	@Test
	void theUsersMachineIsNotNamed() throws Exception {
		stage.send(BEN);
		assertTrue(stage.peer.server().lastTranscript().fromClient().contains("EHLO [127.0.0.1]"));
		assertFalse(stage.peer.server().lastTranscript().toString().contains(java.net.InetAddress.getLocalHost().getHostName() + "."));
	}
}

package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.Transcript;

/** Somebody between client and server before TLS is on (fault catalogue 57, 58). */
class StartTlsFaultsTest extends FaultCase {
	@Override
	FaultStage stage(Path folder) throws IOException {
		return FaultStage.startTls(folder);
	}

	private void assertNothingSent(OutboxId id, String problem) throws Exception {
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(0, stage.rig.entry(id).attempts());
		assertEquals(problem, stage.paused().id());
		assertEquals(ProblemKind.CERTIFICATE, stage.paused().kind());
		assertEquals(0, stage.said("AUTH"));
		assertEquals(0, stage.said("MAIL"));
		for (Transcript transcript : stage.smtp.server().transcripts()) {
			assertEquals(List.of(), Canary.of(stage.token(1)).findIn(transcript.plainFromClient()));
		}
	}

	@Test
	void case57AServerWhoseStartTlsWasTakenAwayGetsNothing() throws Exception {
		stage.smtp.faults().always("EHLO", client -> !client.secure() && Reaction.reply("250-localhost", "250-SIZE 1000", "250 AUTH PLAIN XOAUTH2").react(client));
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertNothingSent(id, "transport.starttls-missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "454 4.7.0 TLS not available", "502 5.5.1 no", "250 fine, without" })
	void case57AServerThatRefusesStartTlsGetsNothing(String reply) throws Exception {
		stage.smtp.faults().always("STARTTLS", Reaction.reply(reply));
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertNothingSent(id, "transport.starttls-missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "220 go|250-evil|250 AUTH LOGIN PLAIN", "220 go|250 ok", "220-go|220 now|x" })
	void case57And58PlainTextBehindTheAnswerToStartTlsIsAnAttack(String lines) throws Exception {
		stage.smtp.faults().always("STARTTLS", client -> {
			client.sendRaw((lines.replace("|", "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII));
			client.upgradeToTls();
			return true;
		});
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertNothingSent(id, "transport.starttls-injected");
	}

	@Test
	void case58AnswersInjectedEarlierAreNoticedToo() throws Exception {
		stage.smtp.faults().always("EHLO", client -> {
			client.sendRaw("250-localhost\r\n250 STARTTLS\r\n220 go\r\n250 AUTH PLAIN\r\n".getBytes(StandardCharsets.US_ASCII));
			return true;
		});
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertNothingSent(id, "transport.starttls-injected");
	}

	@Test
	void case58OnlyTheAbilitiesInsideTlsCount() throws Exception {
		stage.smtp.capabilitiesBeforeTls("STARTTLS", "AUTH LOGIN PLAIN", "SIZE 5").capabilities("AUTH XOAUTH2", "SIZE 90000");
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertEquals(1, stage.said("AUTH XOAUTH2"));
		assertFalse(stage.said("MAIL FROM:<anna@example.test> SIZE=") == 0);
	}
}

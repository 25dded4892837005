package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** What servers answer before and after the dot (fault catalogue 33-37, 39-44). */
class ReplyFaultsTest extends FaultCase {
	private static final String R0 = "r0@example.test";
	private static final String R1 = "r1@example.test";
	/** More than a system keeps in the buffers of a connection: the client still writes when the server hangs up. */
	private static final String LARGER_THAN_BUFFERS = "We confirm the appointment of next week.\n".repeat(200_000);
	private static final String LARGE = "We confirm the appointment of next week.\n".repeat(50_000);

	/** A mail that is sent to a server that reacts so, once. */
	private OutboxId meets(String event, Reaction reaction) throws ProblemException {
		OutboxId id = stage.submit(1);
		stage.smtp.faults().next(event, reaction);
		stage.rig.drain();
		return id;
	}

	@ParameterizedTest
	@ValueSource(strings = { "GREETING", "EHLO", "AUTH", "MAIL", "RCPT", "DATA" })
	void case33AGoodbyeAtAnyTimeMeansLater(String event) throws Exception {
		OutboxId id = meets(event, Reaction.replyAndClose("421 4.3.2 shutting down"));
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(0, stage.rig.entry(id).attempts());
		assertEquals("transport.later", stage.paused().id());
		stage.drainFor(id, Duration.ofMinutes(3));
		assertEquals(MailState.FILED, stage.rig.state(id));
	}

	@Test
	void case34OnlyTheDeferredRecipientsGetTheMailLater() throws Exception {
		OutboxId id = stage.submit(3);
		stage.smtp.faults().on("RCPT", 1, Reaction.reply("450 4.2.1 busy")).on("RCPT", 2, Reaction.reply("452 4.2.2 full"));
		stage.rig.drain();
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals("outbox.recipients-deferred", stage.rig.entry(id).problem().orElseThrow().id());
		stage.drainFor(id, Duration.ofMinutes(3));
		assertEquals(List.of(List.of("r2@example.test"), List.of(R0, R1)), stage.smtp.mails().stream().map(mail -> mail.recipients()).toList());
	}

	@Test
	void case35ARefusedRecipientIsNamedWithTheServersWords() throws Exception {
		OutboxId id = stage.submit(3);
		stage.smtp.faults().on("RCPT", 2, Reaction.reply("550 5.1.1 no such user"));
		stage.rig.drain();
		OutboxEntry entry = stage.rig.entry(id);
		assertEquals(MailState.FILED, entry.state());
		assertEquals(R1, entry.problem().orElseThrow().values().get("recipients"));
		assertEquals(new RecipientResult.Rejected("550 5.1.1 no such user"), entry.recipients().get(R1));
		assertEquals(List.of(List.of(R0, "r2@example.test")), stage.smtp.mails().stream().map(mail -> mail.recipients()).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "452 4.5.3 too many recipients", "552 5.5.3 too many recipients" })
	void case36AServerThatTakesFiftyRecipientsServesTwoHundredAndFiftyInTheEnd(String reply) throws Exception {
		OutboxId id = stage.submit(250);
		AtomicInteger recipients = new AtomicInteger();
		stage.smtp.faults().always("MAIL", client -> {
			recipients.set(0);
			return false;
		}).always("RCPT", client -> recipients.incrementAndGet() > 50 && Reaction.reply(reply).react(client));
		stage.drainFor(id, Duration.ofHours(1));
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertEquals(List.of(50, 50, 50, 50, 50), stage.smtp.mails().stream().map(mail -> mail.recipients().size()).toList());
	}

	@Test
	void case36NoTransactionHasMoreThanAHundredRecipients() throws Exception {
		stage.submit(250);
		stage.rig.drain();
		assertEquals(List.of(100, 100, 50), stage.smtp.mails().stream().map(mail -> mail.recipients().size()).toList());
	}

	@Test
	void case37AMailLargerThanTheServerTakesIsHeldBeforeItIsBegun() throws Exception {
		stage.smtp.capabilities("AUTH XOAUTH2", "SIZE 20000");
		OutboxId id = stage.rig.submit(Rig.ANNA, Rig.draft("large", 1, LARGE));
		stage.rig.drain();
		assertEquals(MailState.HELD, stage.rig.state(id));
		assertEquals("outbox.too-large", stage.rig.entry(id).problem().orElseThrow().id());
		assertEquals(0, stage.said("MAIL"));
	}

	@Test
	void case37TheSizeIsSaidBeforeTheMailAndTheServersWordCounts() throws Exception {
		OutboxId id = meets("MAIL", Reaction.reply("552 5.3.4 message too big"));
		assertEquals(1, stage.said("MAIL FROM:<anna@example.test> SIZE=" + stage.rig.entry(id).size()));
		assertEquals(MailState.REJECTED, stage.rig.state(id));
		assertEquals("transport.too-large", stage.rig.entry(id).problem().orElseThrow().id());
		assertEquals(0, stage.said("DATA"));
	}

	@Test
	void case39ARefusalOfTheContentIsForGood() throws Exception {
		OutboxId id = meets("DOT", Reaction.reply("554 5.7.1 not wanted"));
		assertEquals(MailState.REJECTED, stage.rig.state(id));
		assertTrue(stage.rig.entry(id).problem().orElseThrow().details().get("reply").contains("554 5.7.1"));
		stage.clock.advance(Duration.ofDays(1));
		stage.rig.drain();
		assertEquals(1, stage.said("MAIL"));
	}

	@Test
	void case40ARefusalForNowAfterTheDotIsNoDoubt() throws Exception {
		OutboxId id = meets("DOT", Reaction.reply("451 4.3.0 later"));
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(1, stage.rig.entry(id).attempts());
		stage.drainFor(id, Duration.ofMinutes(2));
		assertEquals(MailState.FILED, stage.rig.state(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "250 odd \u0001 text", "251 2.1.5 forwarded", "299 whatever", "250", "250-2.0.0 first|250 2.0.0 queued as 4F2A" })
	void case41AnyPositiveAnswerIsAcceptance(String lines) throws Exception {
		OutboxId id = meets("ACCEPTED", Reaction.reply(lines.split("\\|")));
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertTrue(stage.rig.entry(id).reply().startsWith(lines.substring(0, 3)), stage.rig.entry(id).reply());
	}

	@ParameterizedTest
	@ValueSource(strings = { "250-ok|550 no", "554-no|250 ok", "354 go on", "hello", "600 what" })
	void case41AnAnswerThatContradictsItselfAfterTheDotIsADoubt(String lines) throws Exception {
		OutboxId id = meets("ACCEPTED", Reaction.reply(lines.split("\\|")));
		assertStaysInDoubt(id);
	}

	private void assertStaysInDoubt(OutboxId id) throws Exception {
		assertEquals(MailState.IN_DOUBT, stage.rig.state(id));
		stage.clock.advance(Duration.ofDays(1));
		stage.rig.drain();
		assertEquals(MailState.IN_DOUBT, stage.rig.state(id));
		assertEquals(1, stage.deliveries(id));
	}

	@Test
	void case42AGreylistedMailIsDeliveredOnceAndTriedAgainWithinFiveMinutes() throws Exception {
		OutboxId id = stage.submit(1);
		Instant white = stage.clock.instant().plus(Duration.ofMinutes(10));
		stage.smtp.faults().always("RCPT",
				client -> stage.clock.instant().isBefore(white) && Reaction.reply("451 4.7.1 greylisted, come back later").react(client));
		stage.rig.drain();
		Duration first = stage.untilNext(id);
		assertTrue(first.compareTo(Duration.ofMinutes(5)) <= 0, first.toString());
		stage.drainFor(id, Duration.ofHours(1));
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertEquals(1, stage.deliveries(id));
	}

	@Test
	void case43NoBodyIsSentIfDataIsAnsweredOddly() throws Exception {
		OutboxId id = meets("DATA", Reaction.reply("250 2.0.0 fine"));
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals("transport.protocol", stage.paused().id());
		assertEquals(0, stage.said("Message-ID"));
		assertEquals(0, stage.said("."));
	}

	@ParameterizedTest
	@CsvSource({ "552 5.3.4 message too big,REJECTED", "554 5.7.1 spam,REJECTED", "451 4.3.2 no room now,QUEUED" })
	void case44WhatAServerSaysInTheMiddleOfTheBodyIsReadAndReported(String reply, MailState state) throws Exception {
		OutboxId id = stage.rig.submit(Rig.ANNA, Rig.draft("large", 1, LARGER_THAN_BUFFERS));
		stage.smtp.rejectBodyAfter(20_000, reply, true);
		stage.rig.drain();
		assertEquals(state, stage.rig.state(id));
		assertTrue(stage.rig.entry(id).problem().orElseThrow().details().get("reply").contains(reply), stage.rig.entry(id).toString());
		RecipientResult result = stage.rig.entry(id).recipients().get(R0);
		assertTrue(state == MailState.QUEUED ? result instanceof RecipientResult.Deferred : result instanceof RecipientResult.Rejected, result.toString());
	}
}

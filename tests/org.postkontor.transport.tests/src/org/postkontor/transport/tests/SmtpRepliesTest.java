package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.transport.tests.SmtpStage.BEN;
import static org.postkontor.transport.tests.SmtpStage.CARL;
import static org.postkontor.transport.tests.SmtpStage.DORA;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.contract.ContractMail;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * What replies mean for a mail (fault catalogue 33-44). Traps: outcomes cannot be told from the library's exceptions
 * (craft B.3.1); it changes mails and their Message-ID for 8BITMIME (B.3.2); one bad recipient stops all (B.3.3); commands
 * can be injected by line breaks (B.3.10).
 */
class SmtpRepliesTest {
	private final SmtpStage stage;

	SmtpRepliesTest() throws IOException {
		stage = SmtpStage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	@Test
	void eightBitContentStaysAsItIsFrozen() throws Exception {
		byte[] mail = ("Message-ID: <own@example.test>\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe ä\r\n")
				.getBytes(StandardCharsets.UTF_8);
		stage.send(ContractMail.mail("8bit", mail, BEN));
		assertArrayEquals(mail, stage.peer.mails().get(0).bytes());
		assertEquals(1, stage.said("MAIL FROM:<anna@example.test> SIZE=" + mail.length + " BODY=8BITMIME"));
	}

	@Test
	void aServerWithoutEightBitGetsNoEightBitMail() throws Exception {
		stage.peer.capabilities("AUTH XOAUTH2", "SIZE 100000");
		assertEquals("transport.no-8bit", stage.notSent(stage.send(ContractMail.mail("8bit", SmtpStage.mailOf("ä\r\n"), BEN))).id());
		assertEquals(0, stage.said("MAIL"));
	}

	@Test
	void someRecipientsRefusedOthersServed() throws Exception {
		stage.peer.faults().on("RCPT", 1, Reaction.reply("550 5.1.1 no such user")).on("RCPT", 3, Reaction.reply("450 4.2.1 mailbox busy"));
		SendOutcome.Accepted outcome = assertInstanceOf(SendOutcome.Accepted.class, stage.send(BEN, CARL, DORA));
		assertEquals(Map.of(BEN, new RecipientResult.Rejected("550 5.1.1 no such user"), CARL, new RecipientResult.Accepted("250 2.1.5 OK"), DORA,
				new RecipientResult.Deferred("450 4.2.1 mailbox busy")), outcome.recipients());
		assertEquals(java.util.List.of(CARL), stage.peer.mails().get(0).recipients());
	}

	@Test
	void allRecipientsRefusedForGoodIsARejection() throws Exception {
		stage.peer.faults().always("RCPT", Reaction.reply("550 5.1.1 no such user"));
		SendOutcome.Rejected outcome = assertInstanceOf(SendOutcome.Rejected.class, stage.send(BEN, CARL));
		assertEquals("transport.recipients-rejected", outcome.problem().id());
		assertEquals(ProblemKind.MESSAGE, outcome.problem().kind());
		assertEquals(2, outcome.recipients().size());
		assertEquals(0, stage.boundary.calls());
	}

	@ParameterizedTest
	@ValueSource(strings = { "452 4.5.3 too many recipients", "552 5.5.3 too many recipients", "450 4.2.0 greylisted", "451 4.7.1 greylisted" })
	void noRecipientForNowIsADeferral(String reply) throws Exception {
		stage.peer.faults().always("RCPT", Reaction.reply(reply));
		SendOutcome.Deferred outcome = assertInstanceOf(SendOutcome.Deferred.class, stage.send(BEN));
		assertEquals(new RecipientResult.Deferred(reply), outcome.recipients().get(BEN));
	}

	@Test
	void tooManyRecipientsDeferTheRestOnly() throws Exception {
		stage.peer.faults().on("RCPT", 2, Reaction.reply("452 4.5.3 too many recipients"));
		SendOutcome.Accepted outcome = assertInstanceOf(SendOutcome.Accepted.class, stage.send(BEN, CARL));
		assertInstanceOf(RecipientResult.Deferred.class, outcome.recipients().get(CARL));
	}

	@Test
	void theConnectionIsGoodForAnotherMailAfterARefusal() throws Exception {
		stage.peer.faults().on("RCPT", 1, Reaction.reply("550 5.1.1 no such user")).on("DOT", 1, Reaction.reply("554 5.6.0 content"));
		try (SendConnection connection = stage.connect()) {
			assertInstanceOf(SendOutcome.Rejected.class, stage.send(connection, ContractMail.mail("a", BEN)));
			assertInstanceOf(SendOutcome.Rejected.class, stage.send(connection, ContractMail.mail("b", BEN)));
			assertTrue(connection.isUsable());
			assertInstanceOf(SendOutcome.Accepted.class, stage.send(connection, ContractMail.mail("c", BEN)));
		}
		assertEquals(1, stage.peer.server().connections());
	}

	@Test
	void aMailLargerThanTheServerTakesIsNotEvenBegun() throws Exception {
		stage.peer.capabilities("AUTH XOAUTH2", "SIZE 100");
		try (SendConnection connection = stage.connect()) {
			assertEquals(OptionalLong.of(100), connection.maxSize());
			Problem problem = stage.notSent(stage.send(connection, ContractMail.mail("large", BEN)));
			assertEquals("transport.too-large", problem.id());
			assertEquals(ProblemKind.MESSAGE, problem.kind());
			assertTrue(connection.isUsable());
		}
		assertEquals(0, stage.said("MAIL"));
	}

	@Test
	void aServerThatNamesNoSizeIsTakenAtItsWord() throws Exception {
		stage.peer.capabilities("AUTH XOAUTH2", "SIZE");
		try (SendConnection connection = stage.connect()) {
			assertEquals(OptionalLong.empty(), connection.maxSize());
			assertInstanceOf(SendOutcome.Accepted.class, stage.send(connection, ContractMail.mail("any", BEN)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ben@example.test>\r\nRCPT TO:<eve@example.test", "ben@example.test> NOTIFY=NEVER", "ben\n@example.test", "ben @example.test" })
	void noAddressCanSmuggleACommand(String recipient) throws Exception {
		assertEquals("transport.bad-address", stage.notSent(stage.send(recipient)).id());
		assertEquals(0, stage.said("MAIL"));
	}

	@ParameterizedTest
	@CsvSource({ "MAIL", "RCPT", "DATA" })
	void aGoodbyeBeforeTheBoundaryIsNotTheMailsFault(String event) throws Exception {
		stage.peer.faults().next(event, Reaction.replyAndClose("421 4.3.2 shutting down"));
		assertEquals(ProblemKind.SERVER, stage.notSent(stage.send(BEN)).kind());
		assertEquals(0, stage.boundary.calls());
	}

	@Test
	void aGoodbyeAfterTheDotIsADeferralAndEndsTheConnection() throws Exception {
		stage.peer.faults().next("DOT", Reaction.replyAndClose("421 4.3.2 shutting down"));
		try (SendConnection connection = stage.connect()) {
			assertInstanceOf(SendOutcome.Deferred.class, stage.send(connection, ContractMail.mail("bye", BEN)));
			assertFalse(connection.isUsable());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "MAIL|451 4.3.0 later|Deferred", "MAIL|550 5.7.1 go away|Rejected", "DATA|451 4.3.0 later|Deferred",
			"DATA|554 5.5.1 no|Rejected", "MAIL|530 5.7.0 sign in|NotSent", "RCPT|530 5.7.0 sign in|NotSent" })
	void refusalsBeforeTheBoundaryFollowTheirCode(String event, String reply, String outcome) throws Exception {
		stage.peer.faults().next(event, Reaction.reply(reply));
		assertEquals(outcome, stage.send(BEN).getClass().getSimpleName());
		assertEquals(0, stage.boundary.calls());
	}

	@Test
	void aSignInThatEndedInTheMiddleIsTheCredentialsMatter() throws Exception {
		stage.peer.faults().next("MAIL", Reaction.reply("530 5.7.57 Client not authenticated to send mail"));
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, stage.notSent(stage.send(BEN)).kind());
	}

	@Test
	void noBodyIsSentBlindlyIfDataIsAnsweredOddly() throws Exception {
		stage.peer.faults().next("DATA", Reaction.reply("250 2.0.0 fine"));
		try (SendConnection connection = stage.connect()) {
			assertEquals("transport.protocol", stage.notSent(stage.send(connection, ContractMail.mail("odd", BEN))).id());
			assertFalse(connection.isUsable());
		}
		assertEquals(0, stage.said("Message-ID"));
		assertEquals(0, stage.boundary.calls());
	}

	@ParameterizedTest
	@ValueSource(strings = { "250 odd \u0001 text", "251 2.1.5 forwarded", "299 whatever", "250" })
	void anyPositiveAnswerToTheDotIsAcceptance(String reply) throws Exception {
		stage.peer.faults().next("ACCEPTED", Reaction.reply(reply));
		assertInstanceOf(SendOutcome.Accepted.class, stage.send(BEN));
	}

	@Test
	void theQueueIdOfAnAcceptanceIsKept() throws Exception {
		stage.peer.faults().next("ACCEPTED", Reaction.reply("250-2.0.0 first", "250 2.0.0 queued as 4F2A"));
		assertEquals("250-2.0.0 first 250 2.0.0 queued as 4F2A", assertInstanceOf(SendOutcome.Accepted.class, stage.send(BEN)).reply());
	}

	@ParameterizedTest
	@ValueSource(strings = { "250-ok|550 no", "554-no|250 ok", "354 go on", "hello", "99", "250-ok|hello", "600 what" })
	void aContradictoryAnswerToTheDotLeavesADoubt(String lines) throws Exception {
		stage.peer.faults().next("ACCEPTED", Reaction.reply(lines.split("\\|")));
		try (SendConnection connection = stage.connect()) {
			SendOutcome.InDoubt outcome = assertInstanceOf(SendOutcome.InDoubt.class, stage.send(connection, ContractMail.mail("odd", BEN)));
			assertEquals("transport.in-doubt", outcome.problem().id());
			assertFalse(connection.isUsable());
		}
	}

	@Test
	void anAnswerToTheDotThatIsCutInTheMiddleLeavesADoubt() throws Exception {
		stage.peer.faults().next("ACCEPTED", Reaction.replyAndClose("250-2.0.0 nearly"));
		assertInstanceOf(SendOutcome.InDoubt.class, stage.send(BEN));
	}

	@Test
	void halfALineIsNoAnswer() throws Exception {
		stage.peer.faults().next("ACCEPTED", conversation -> {
			conversation.sendRaw("250 2.0.0 OK".getBytes(StandardCharsets.US_ASCII));
			conversation.close();
			return true;
		});
		assertInstanceOf(SendOutcome.InDoubt.class, stage.send(BEN));
	}

	@Test
	void aRefusalInTheMiddleOfTheBodyIsReadAndReported() throws Exception {
		stage.peer.rejectBodyAfter(20_000, "552 5.3.4 message too big", true);
		byte[] large = SmtpStage.mailOf(("x".repeat(76) + "\r\n").repeat(100_000));
		SendOutcome outcome = stage.send(ContractMail.mail("large", large, BEN));
		SendOutcome.Rejected rejected = assertInstanceOf(SendOutcome.Rejected.class, outcome);
		assertEquals("transport.too-large", rejected.problem().id());
		assertEquals(0, stage.boundary.calls());
	}

	@Test
	void aRefusalBeforeTheEndOfASmallBodyCounts() throws Exception {
		stage.peer.rejectBodyAfter(10, "554 5.7.1 spam", false);
		assertInstanceOf(SendOutcome.Rejected.class, stage.send(BEN));
		assertTrue(stage.peer.mails().isEmpty());
	}

	@Test
	void anUnreadableFrozenMailIsNotHandedOver() throws Exception {
		var mail = ContractMail.mail("short", BEN);
		var longer = new org.postkontor.message.OutgoingMessage(mail.messageId(), mail.date(), "", mail.envelope(), mail.size() + 1, mail.sha256(),
				mail.content());
		assertEquals(ProblemKind.STORAGE, stage.notSent(stage.send(longer)).kind());
		assertEquals(0, stage.boundary.calls());
		assertTrue(stage.peer.mails().isEmpty());
	}
}

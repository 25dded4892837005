package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.transport.tests.SmtpStage.BEN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.contract.ContractMail;
import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Addresses that are not ASCII (RFC 6531). Trap: the library asks for SMTPUTF8 for every mail or for none. */
class SmtpUtf8Test {
	private static final String JOERG = "jörg@example.test";
	private static final byte[] HEADER = ("Message-ID: <own@example.test>\r\nTo: " + JOERG + "\r\n\r\ntext\r\n").getBytes(StandardCharsets.UTF_8);

	private final SmtpStage stage;

	SmtpUtf8Test() throws IOException {
		stage = SmtpStage.implicit();
		offer("SMTPUTF8");
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	private void offer(String... more) {
		List<String> all = new java.util.ArrayList<>(List.of("8BITMIME", "SIZE 100000", "AUTH PLAIN XOAUTH2"));
		all.addAll(Arrays.asList(more));
		stage.peer.capabilities(all.toArray(String[]::new));
	}

	/** Commands as bytes of UTF-8 would read them. */
	private List<String> commands() {
		return stage.peer.server().transcripts().stream().flatMap(t -> t.fromClient().stream()).filter(line -> line.startsWith("MAIL") || line.startsWith("RCPT"))
				.map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)).toList();
	}

	private static OutgoingMessage from(String sender) {
		OutgoingMessage mail = ContractMail.mail("from", BEN);
		return new OutgoingMessage(mail.messageId(), mail.date(), "", new Envelope(sender, List.of(BEN)), mail.size(), mail.sha256(), mail.content());
	}

	@ParameterizedTest
	@ValueSource(strings = { JOERG, "用户@example.org", "δοκιμή@xn--jxalpdlp.example", "🙂@example.test" })
	void theAddressGoesOverTheWireAsUtf8(String recipient) throws Exception {
		assertInstanceOf(SendOutcome.Accepted.class, stage.send(ContractMail.mail("utf8", HEADER, recipient)));
		assertEquals(List.of("MAIL FROM:<anna@example.test> SIZE=" + HEADER.length + " BODY=8BITMIME SMTPUTF8", "RCPT TO:<" + recipient + ">"), commands());
		assertEquals(List.of(recipient), stage.peer.mails().get(0).recipients());
		assertArrayEquals(HEADER, stage.peer.mails().get(0).bytes());
	}

	@Test
	void theSenderMayBeInternationalToo() throws Exception {
		OutgoingMessage mail = from(JOERG);
		assertInstanceOf(SendOutcome.Accepted.class, stage.send(mail));
		assertEquals("MAIL FROM:<" + JOERG + "> SIZE=" + mail.size() + " SMTPUTF8", commands().get(0));
	}

	@Test
	void onlyTheMailThatNeedsItAsksForItOnAConnection() throws Exception {
		try (SendConnection connection = stage.connect()) {
			for (String recipient : List.of(BEN, JOERG, BEN)) {
				assertInstanceOf(SendOutcome.Accepted.class, stage.send(connection, ContractMail.mail("to " + recipient, recipient)));
			}
		}
		assertEquals(1, stage.peer.server().connections());
		assertEquals(List.of(false, true, false), commands().stream().filter(c -> c.startsWith("MAIL")).map(c -> c.endsWith(" SMTPUTF8")).toList());
	}

	@Test
	void theOthersOfSuchAMailAreServedWithItEvenLater() throws Exception {
		try (SendConnection connection = stage.connect()) {
			assertInstanceOf(SendOutcome.Accepted.class,
					connection.send(ContractMail.mail("rest", HEADER, JOERG, BEN), Set.of(BEN), stage.boundary, null));
		}
		assertEquals(List.of("MAIL FROM:<anna@example.test> SIZE=" + HEADER.length + " BODY=8BITMIME SMTPUTF8", "RCPT TO:<" + BEN + ">"), commands());
	}

	@Test
	void aServerWithoutItGetsNoSuchMailAndTheNextOneGoes() throws Exception {
		offer();
		try (SendConnection connection = stage.connect()) {
			Problem problem = stage.notSent(stage.send(connection, ContractMail.mail("utf8", HEADER, BEN, JOERG)));
			assertEquals("transport.smtputf8-missing", problem.id());
			assertEquals(ProblemKind.MESSAGE, problem.kind());
			assertEquals(JOERG, problem.values().get("address"));
			assertEquals(List.of(), commands());
			assertTrue(connection.isUsable());
			assertInstanceOf(SendOutcome.Accepted.class, stage.send(connection, ContractMail.mail("next", BEN)));
		}
	}

	@Test
	void whatIsOfferedBeforeTlsDoesNotCount() throws Exception {
		try (SmtpStage upgrade = SmtpStage.startTls()) {
			upgrade.peer.capabilitiesBeforeTls("SMTPUTF8", "8BITMIME", "STARTTLS").capabilities("8BITMIME", "AUTH XOAUTH2");
			assertEquals("transport.smtputf8-missing", upgrade.notSent(upgrade.send(JOERG)).id());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jörg@example.test>\r\nRCPT TO:<eve@example.test", "jörg@example.test> NOTIFY=NEVER", "jö\nrg@example.test" })
	void noInternationalAddressCanSmuggleACommand(String recipient) throws Exception {
		assertEquals("transport.bad-address", stage.notSent(stage.send(recipient)).id());
		assertEquals(0, stage.said("MAIL"));
	}

	@Test
	void anAnswerMayNameTheAddressInUtf8() throws Exception {
		byte[] answer = ("550 5.1.1 <" + JOERG + "> unknown\r\n").getBytes(StandardCharsets.UTF_8);
		stage.peer.faults().next("RCPT", Reaction.reply(new String(answer, 0, answer.length - 2, StandardCharsets.ISO_8859_1)));
		SendOutcome.Rejected outcome = assertInstanceOf(SendOutcome.Rejected.class, stage.send(JOERG));
		assertEquals(new RecipientResult.Rejected("550 5.1.1 <" + JOERG + "> unknown"), outcome.recipients().get(JOERG));
	}

	@Test
	void anAnswerInAnotherCharsetIsKeptAsFarAsItCanBe() throws Exception {
		stage.peer.faults().next("RCPT", Reaction.reply("550 5.1.1 Empfänger unbekannt"));
		SendOutcome.Rejected outcome = assertInstanceOf(SendOutcome.Rejected.class, stage.send(BEN));
		assertEquals(new RecipientResult.Rejected("550 5.1.1 Empfänger unbekannt"), outcome.recipients().get(BEN));
	}
}

package org.postkontor.transport.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.contract.Boundary;
import org.postkontor.contract.ContractMail;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/** What goes over the line, and when. */
@Timeout(120)
class HandOverTest {
	private static final String BEN = "ben@example.test";
	private static final String CARL = "carl@example.test";
	private static final String DORA = "dora@example.test";
	@TempDir
	Path folder;

	private static SendConnection connect(Stage stage) throws ProblemException {
		return stage.sender().connect(stage.endpoint(), Stage.token(Stage.TOKEN), null);
	}

	private static SendOutcome send(Stage stage, OutgoingMessage mail, HandOver handOver) throws ProblemException {
		try (SendConnection connection = connect(stage)) {
			return connection.send(mail, Set.copyOf(mail.envelope().recipients()), handOver, null);
		}
	}

	/** A mail of so many bytes that nobody has to hold. */
	private static OutgoingMessage large(long size) {
		byte[] header = ("Message-ID: <large@example.test>\r\nTo: " + BEN + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		return new OutgoingMessage("<large@example.test>", Instant.EPOCH, "large", new Envelope(Stage.ANNA, List.of(BEN)), size, "",
				() -> new java.io.SequenceInputStream(new ByteArrayInputStream(header), new InputStream() {
					private long left = size - header.length;

					@Override
					public int read() {
						return left-- > 0 ? 'x' : -1;
					}

					@Override
					public int read(byte[] bytes, int offset, int length) {
						int count = (int) Math.min(left, length);
						java.util.Arrays.fill(bytes, offset, offset + Math.max(count, 0), (byte) 'x');
						left -= count;
						return count <= 0 && length > 0 ? -1 : count;
					}
				}));
	}

	/** Remembers in which order it was told. */
	private static final class Log implements HandOver {
		final List<String> events = new ArrayList<>();

		@Override
		public void boundary() {
			events.add("boundary");
		}

		@Override
		public void rebuilt(String lines) {
			events.add("rebuilt " + lines);
		}

		@Override
		public void progress(long sentBytes) {
			// not asked for
		}
	}

	@Test
	void graphGetsTheMailAsBase64AtTheUsersOwnAddress() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH)) {
			SendOutcome outcome = send(stage, ContractMail.mail("graph", BEN), new Boundary());
			var request = stage.taken.get(0).request();
			assertEquals("POST", request.method());
			assertEquals("/v1.0/me/sendMail", request.path());
			assertEquals("text/plain", request.header("content-type"));
			assertEquals("Bearer " + Stage.TOKEN, request.header("authorization"));
			assertEquals("", request.header("origin"));
			assertArrayEquals(ContractMail.bytes("graph"), stage.taken.get(0).bytes());
			assertEquals("202", assertInstanceOf(SendOutcome.Accepted.class, outcome).reply());
		}
	}

	@Test
	void aSharedMailboxIsNamedInTheAddressOfGraph() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH);
				SendConnection connection = stage.sender().connect(stage.endpoint("kanzlei+post@example.test"), Stage.token(Stage.TOKEN), null)) {
			connection.send(ContractMail.mail("shared", BEN), Set.of(BEN), new Boundary(), null);
			assertEquals("/v1.0/users/kanzlei+post@example.test/sendMail", stage.taken.get(0).request().path());
		}
	}

	@Test
	void exchangeGetsTheMailToSendAndToFile() throws Exception {
		try (Stage stage = new Stage(Protocol.EWS)) {
			send(stage, ContractMail.mail("ews", BEN), new Boundary());
			var request = stage.taken.get(0).request();
			assertEquals(Stage.EWS_PATH, request.path());
			assertEquals("text/xml; charset=utf-8", request.header("content-type"));
			assertEquals(Stage.ANNA, request.header("x-anchormailbox"));
			assertTrue(request.body().contains("MessageDisposition=\"SendAndSaveCopy\""), request.body());
			assertTrue(request.body().contains("<t:DistinguishedFolderId Id=\"sentitems\"></t:DistinguishedFolderId>"), request.body());
			assertEquals("", stage.taken.get(0).beside());
			javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
					.parse(new ByteArrayInputStream(request.body().getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Test
	void exchangeFilesInTheSharedMailbox() throws Exception {
		try (Stage stage = new Stage(Protocol.EWS);
				SendConnection connection = stage.sender().connect(stage.endpoint("kanzlei@example.test"), Stage.token(Stage.TOKEN), null)) {
			connection.send(ContractMail.mail("shared", BEN), Set.of(BEN), new Boundary(), null);
			stage.peer.requests().forEach(request -> {
				assertEquals("kanzlei@example.test", request.header("x-anchormailbox"));
				assertTrue(request.body().contains("Id=\"sentitems\"><t:Mailbox><t:EmailAddress>kanzlei@example.test<"), request.body());
			});
		}
	}

	@Test
	void anOfficesOwnServerMayTakePasswordsAndGraphNever() throws Exception {
		Credential password = new Credential.Password("anna", Secret.of("pass wörd"));
		try (Stage stage = new Stage(Protocol.EWS)) {
			stage.tokens.clear();
			stage.sender().connect(stage.endpoint(), password, null).close();
			assertEquals("Basic YW5uYTpwYXNzIHfDtnJk", stage.peer.requests().get(0).header("authorization"));
		}
		try (Stage stage = new Stage(Protocol.GRAPH)) {
			Problem problem = org.junit.jupiter.api.Assertions.assertThrows(ProblemException.class, () -> stage.sender().connect(stage.endpoint(), password, null)).problem();
			assertEquals(ProblemKind.CONFIGURATION, problem.kind());
			assertEquals(List.of(), stage.peer.requests());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void blindRecipientsGetTheMailAndNobodyReadsTheirNames(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			OutboxId id = office.submit(new Draft(Stage.ANNA, List.of("Ben M\u00fcller <" + BEN + ">"), List.of(CARL), List.of(DORA), "blind", "text", List.of()));
			office.drain();
			assertEquals(MailState.FILED, office.entry(id).state());
			assertEquals(Set.of(BEN, CARL, DORA), Recipients.of(stage.taken.get(0)));
			String mail = new String(stage.taken.get(0).bytes(), StandardCharsets.US_ASCII);
			assertTrue(mail.contains("Message-ID: " + office.entry(id).messageId() + "\r\n"), mail);
			assertEquals(protocol == Protocol.GRAPH, mail.startsWith("Bcc: " + DORA + "\r\n"), mail);
			assertEquals(protocol == Protocol.EWS, stage.taken.get(0).beside().contains("<t:BccRecipients><t:Mailbox><t:EmailAddress>" + DORA));
		}
	}

	@Test
	void everythingButTheNewLineIsByteForByteTheFrozenMail() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH)) {
			Log log = new Log();
			send(stage, ContractMail.mail("blind", BEN, DORA), log);
			assertEquals("Bcc: " + DORA + "\r\n" + new String(ContractMail.bytes("blind"), StandardCharsets.US_ASCII),
					new String(stage.taken.get(0).bytes(), StandardCharsets.US_ASCII));
			assertEquals(List.of("rebuilt Bcc", "boundary"), log.events);
		}
	}

	@Test
	void aMailTooLargeForGraphIsHeldBeforeAnythingIsSent() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH); SendConnection connection = connect(stage)) {
			assertEquals(3 << 20, connection.maxSize().getAsLong());
			OutgoingMessage fits = large(3 << 20);
			assertInstanceOf(SendOutcome.Accepted.class, connection.send(fits, Set.of(BEN), new Boundary(), null));
			Boundary boundary = new Boundary();
			SendOutcome outcome = connection.send(large((3 << 20) + 1), Set.of(BEN), boundary, null);
			Problem problem = assertInstanceOf(SendOutcome.NotSent.class, outcome).problem();
			assertEquals("exchange.too-large", problem.id());
			assertEquals(ProblemKind.MESSAGE, problem.kind());
			assertEquals(0, boundary.calls());
			assertTrue(connection.isUsable(), "other mails may be smaller");
			assertEquals(1, stage.sendings());
		}
	}

	@Test
	void aLargeMailGoesThroughExchangeByteForByte() throws Exception {
		try (Stage stage = new Stage(Protocol.EWS)) {
			OutgoingMessage mail = large(10_000_001);
			assertInstanceOf(SendOutcome.Accepted.class, send(stage, mail, new Boundary()));
			assertEquals(mail.size(), stage.taken.get(0).bytes().length);
			try (InputStream in = mail.content().open()) {
				assertArrayEquals(in.readAllBytes(), stage.taken.get(0).bytes());
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void aMailThatIsNotWhatWasFrozenIsNotHandedOver(Protocol protocol) throws Exception {
		byte[] bytes = ContractMail.bytes("short");
		OutgoingMessage shorter = new OutgoingMessage("<x@example.test>", Instant.EPOCH, "x", new Envelope(Stage.ANNA, List.of(BEN)), bytes.length + 1, "",
				() -> new ByteArrayInputStream(bytes));
		OutgoingMessage gone = new OutgoingMessage("<x@example.test>", Instant.EPOCH, "x", new Envelope(Stage.ANNA, List.of(BEN)), 10, "", () -> {
			throw new IOException("gone");
		});
		try (Stage stage = new Stage(protocol)) {
			for (OutgoingMessage mail : List.of(shorter, gone)) {
				Boundary boundary = new Boundary();
				Problem problem = assertInstanceOf(SendOutcome.NotSent.class, send(stage, mail, boundary)).problem();
				assertEquals("transport.content", problem.id());
				assertEquals(0, boundary.calls());
			}
			assertEquals(List.of(), stage.taken);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void anAnswerThatGetsLostLeavesTheMailInDoubtAndItIsNeverSentAgain(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol); Office office = new Office(folder, stage)) {
			stage.planned.add(Stage.LOST_ANSWER);
			OutboxId id = office.submit("lost");
			office.drain();
			assertEquals(MailState.IN_DOUBT, office.entry(id).state());
			office.clock.advance(Duration.ofDays(1));
			office.drain();
			assertEquals(1, stage.sendings());
			assertEquals(MailState.IN_DOUBT, office.entry(id).state());
			assertTrue(office.paused().isEmpty());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void whoCancelsAfterTheBoundaryLearnsOfTheDoubt(Protocol protocol) throws Exception {
		NullProgressMonitor monitor = new NullProgressMonitor();
		CountDownLatch over = new CountDownLatch(1);
		try (Stage stage = new Stage(protocol); SendConnection connection = connect(stage)) {
			stage.peer.otherwise(request -> {
				monitor.setCanceled(true);
				await(over);
				return HttpAnswer.of(202, "text/plain", "");
			});
			Problem problem = assertInstanceOf(SendOutcome.InDoubt.class,
					connection.send(ContractMail.mail("late", BEN), Set.of(BEN), new Boundary(), monitor)).problem();
			assertEquals(ProblemKind.NETWORK, problem.kind());
			assertFalse(connection.isUsable());
		} finally {
			over.countDown();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void anAbortEndsAWaitingRequest(Protocol protocol) throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		try (Stage stage = new Stage(protocol); SendConnection connection = connect(stage)) {
			stage.peer.otherwise(request -> {
				connection.abort();
				await(over);
				return HttpAnswer.of(202, "text/plain", "");
			});
			assertInstanceOf(SendOutcome.InDoubt.class, connection.send(ContractMail.mail("abort", BEN), Set.of(BEN), new Boundary(), null));
		} finally {
			over.countDown();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAPH", "EWS" })
	void aDocumentTypeInAnAnswerIsNotRead(Protocol protocol) throws Exception {
		try (Stage stage = new Stage(protocol)) {
			stage.planned.add(HttpAnswer.xml("<!DOCTYPE x [<!ENTITY e SYSTEM \"https://localhost:" + stage.peer.port() + "/leak\">]><x><ResponseCode>&e;</ResponseCode></x>"));
			assertInstanceOf(SendOutcome.InDoubt.class, send(stage, ContractMail.mail("xxe", BEN), new Boundary()));
			assertTrue(stage.peer.requests().stream().noneMatch(request -> request.path().equals("/leak")));
		}
	}

	@Test
	void aFaultIsNeverASuccessAndNeitherIsOneGoodAnswerOfTwo() throws Exception {
		try (Stage stage = new Stage(Protocol.EWS)) {
			stage.planned.add(Answers.fault("NoError", ""));
			assertInstanceOf(SendOutcome.InDoubt.class, send(stage, ContractMail.mail("fault", BEN), new Boundary()));
			stage.planned.add(Answers.ews("CreateItem", "NoError", "<m:ResponseCode>ErrorSendAsDenied</m:ResponseCode>"));
			assertInstanceOf(SendOutcome.Rejected.class, send(stage, ContractMail.mail("two", BEN), new Boundary()));
		}
	}

	@Test
	void theTimeThatABusyExchangeServerAsksForIsKept() throws Exception {
		try (Stage stage = new Stage(Protocol.EWS)) {
			stage.planned.add(Answers.ews("CreateItem", "ErrorServerBusy", Answers.backOff(297749)));
			Problem problem = assertInstanceOf(SendOutcome.Declined.class, send(stage, ContractMail.mail("busy", BEN), new Boundary())).problem();
			assertEquals("PT4M57.749S", problem.details().get("wait"));
			assertEquals("exchange.throttled", problem.id());
		}
	}

	@Test
	void aDateToWaitUntilIsReadByTheServersOwnClock() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH)) {
			String inTenMinutes = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
			stage.planned.add(Answers.graph(429, "TooManyRequests").withHeader("Retry-After", inTenMinutes));
			Problem problem = assertInstanceOf(SendOutcome.Declined.class, send(stage, ContractMail.mail("busy", BEN), new Boundary())).problem();
			Duration wait = Duration.parse(problem.details().get("wait"));
			assertTrue(wait.compareTo(Duration.ofMinutes(9)) > 0 && wait.compareTo(Duration.ofMinutes(10)) <= 0, wait.toString());
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

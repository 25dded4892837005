package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.outbox.tests.FakeMailSender.problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Protocols over HTTP: no envelope, the credential is seen with the mail, the server files the copy. */
class WithoutEnvelopeTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
		rig.sender.carriesEnvelope = false;
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private void declines(ProblemKind kind) {
		rig.sender.then((message, recipients, handOver) -> declined(handOver, kind));
	}

	private static SendOutcome declined(HandOver handOver, ProblemKind kind) throws java.io.IOException {
		handOver.boundary();
		return new SendOutcome.Declined(problem(kind));
	}

	@ParameterizedTest
	@EnumSource(names = { "CONSENT_NEEDED", "SERVER", "QUOTA", "CONFIGURATION" })
	void aRefusalThatConcernsTheAccountPausesTheLaneAndLeavesNoDoubt(ProblemKind kind) throws Exception {
		OutboxId id = rig.submit();
		OutboxId next = rig.submit();
		declines(kind);
		assertEquals(kind, rig.drain().paused().get(0).paused().orElseThrow().kind());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals(MailState.QUEUED, rig.state(next));
		assertEquals(0, rig.entry(id).attempts());
		assertEquals(1, rig.sender.events.stream().filter(e -> e.startsWith("send")).count(), "no second request");
	}

	@Test
	void aServerThatDeclinesOnAReusedConnectionIsNotAskedAgainAtOnce() throws Exception {
		OutboxId first = rig.submit();
		OutboxId second = rig.submit();
		rig.sender.then(rig.sender::accept);
		declines(ProblemKind.SERVER);
		assertEquals(1, rig.drain().paused().size());
		assertEquals(MailState.FILED, rig.state(first));
		assertEquals(MailState.QUEUED, rig.state(second));
		assertEquals(2, rig.sender.events.stream().filter(e -> e.startsWith("send")).count());
	}

	@Test
	void aCredentialRefusedWithTheMailIsRenewedOnce() throws Exception {
		OutboxId id = rig.submit();
		declines(ProblemKind.CREDENTIAL_REFUSED);
		rig.drain();
		assertEquals(List.of("credential SMTP FORBIDDEN", "refused 4xx test", "credential SMTP FORBIDDEN"), rig.broker.events);
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void aCredentialRefusedTwicePausesTheLane() throws Exception {
		OutboxId id = rig.submit();
		declines(ProblemKind.CREDENTIAL_REFUSED);
		declines(ProblemKind.CREDENTIAL_REFUSED);
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, rig.drain().paused().get(0).paused().orElseThrow().kind());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals(2, rig.sender.events.stream().filter(e -> e.startsWith("send")).count());
	}

	@Test
	void aDemandForClaimsGoesToTheNextRequestForACredential() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((message, recipients, handOver) -> {
			handOver.boundary();
			return new SendOutcome.Declined(problem(ProblemKind.CREDENTIAL_REFUSED).detail("claims", "{\"access_token\":{}}"));
		});
		rig.drain();
		assertEquals(List.of("credential SMTP FORBIDDEN", "challenged {\"access_token\":{}}", "credential SMTP FORBIDDEN"), rig.broker.events);
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void allRecipientsGoInOneMail() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 250);
		rig.drain();
		assertEquals(1, rig.sender.deliveries.size());
		assertEquals(250, rig.sender.deliveries.get(0).recipients().size());
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void aMailThatSomeRecipientsHaveAlreadyWaitsForAPerson() throws Exception {
		rig.sender.carriesEnvelope = true;
		OutboxId id = rig.submit(Rig.ANNA, 2);
		rig.sender.then(new SendOutcome.Accepted("250 ok",
				Map.of("r0@example.test", new RecipientResult.Accepted("250 ok"), "r1@example.test", new RecipientResult.Deferred("450 later"))));
		rig.drain();
		assertEquals(MailState.QUEUED, rig.state(id));
		rig.sender.carriesEnvelope = false;
		rig.clock.advance(Duration.ofHours(1));
		rig.drain();
		assertEquals(MailState.HELD, rig.state(id));
		assertEquals("outbox.some-have-it", rig.entry(id).problem().orElseThrow().id());
		assertEquals("r0@example.test", rig.entry(id).problem().orElseThrow().values().get("recipients"));
		assertEquals(0, rig.sender.deliveries.size());
	}

	@Test
	void changedAddressLinesAreInTheLogBeforeTheMailGoes() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((message, recipients, handOver) -> {
			handOver.rebuilt("To Bcc");
			return rig.sender.accept(message, recipients, handOver);
		});
		rig.drain();
		List<String> notes = rig.sql("SELECT note FROM log WHERE event='BOUNDARY' AND mail='" + id + "'");
		assertEquals(List.of("address lines rebuilt: To Bcc"), notes);
	}

	@Test
	void aServerThatFilesByItselfGetsNoSecondCopy() throws Exception {
		rig.withImap();
		rig.sender.filesCopy = true;
		OutboxId id = rig.submit();
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(List.of(), rig.receiver.sent);
		assertTrue(rig.sql("SELECT note FROM log WHERE event='FILED'").contains("filed by the server"));
	}
}

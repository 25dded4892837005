package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.message.Draft;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.MoreRows;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.transport.Peer;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.smtp.AngusMailSender;

/** The outbox over the real transports against the scripted servers, inside TLS. */
class RealTransportTest {
	private static final TestAuthority AUTHORITY = TestAuthority.create();
	private static final ServerIdentity LOCALHOST = AUTHORITY.server("localhost");

	@TempDir
	Path folder;

	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	private SmtpPeer smtp;
	private ImapPeer imap;
	private Rig rig;

	@BeforeEach
	void start() throws IOException {
		smtp = new SmtpPeer(ServerTls.implicit(LOCALHOST)).account("anna", null, "token1");
		imap = new ImapPeer(ServerTls.implicit(LOCALHOST)).account("anna", null, "token1");
		imap.sent();
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		InetNameLookup names = new InetNameLookup();
		NodelaySocketFactories factories = new NodelaySocketFactories(policy, names);
		rig = new Rig(folder);
		rig.realSender = new AngusMailSender(factories, timer, names, new CatalogueExplanations(MoreRows.NONE));
		rig.realReceiver = new AngusImapReceiver(factories, timer, names, new CatalogueExplanations(MoreRows.NONE));
		rig.accounts.save(rig.accounts.find(Rig.ANNA).orElseThrow()
				.with(List.of(endpoint(Protocol.SMTP, smtp.port()), endpoint(Protocol.IMAP, imap.port()))));
	}

	@AfterEach
	void stop() throws IOException {
		rig.close();
		smtp.close();
		imap.close();
		timer.close();
	}

	private static Endpoint endpoint(Protocol protocol, int port) {
		return new Endpoint(protocol, "localhost", port, TlsMode.IMPLICIT, AuthBinding.of("test", "anna", Map.of()));
	}

	@Test
	void deliversTheFrozenBytesAndFilesThem() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 3);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertArrayEquals(Files.readAllBytes(rig.spool(id)), smtp.mails().get(0).bytes());
		assertEquals(rig.entry(id).envelope().recipients(), smtp.mails().get(0).recipients());
		assertEquals(1, imap.sent().count(rig.entry(id).messageId()));
	}

	@Test
	void writesDownWhoTookTheMailAndWhatItSaid() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 2);
		rig.drain();
		Attempt attempt = rig.outbox().transmission(id).orElseThrow().attempts().get(0);
		Peer peer = attempt.peer().orElseThrow();
		assertEquals("localhost:" + smtp.port(), peer.server());
		assertTrue(peer.tls().startsWith("TLSv1."), peer::toString);
		assertTrue(peer.cipher().startsWith("TLS_"), peer::toString);
		assertTrue(peer.certificate().contains("localhost"), peer::toString);
		assertTrue(List.of("OAUTHBEARER", "XOAUTH2").contains(peer.mechanism()), peer::toString);
		assertEquals(Attempt.Outcome.ACCEPTED, attempt.outcome());
		assertEquals(250, attempt.reply().code());
		assertEquals(2, attempt.recipients().size());
	}

	@Test
	void case10And46DoesNotSendAgainWhenTheAnswerIsLost() throws Exception {
		OutboxId id = rig.submit();
		smtp.faults().next("ACCEPTED", Reaction.reset());
		rig.drain();
		rig.clock.advance(Duration.ofDays(1));
		rig.drain();
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		assertEquals(1, smtp.deliveries(rig.entry(id).messageId()));
		imap.sent().add(Files.readAllBytes(rig.spool(id)));
		rig.outbox().resolve(id, org.postkontor.outbox.Outbox.Decision.MARK_SENT);
		rig.drain();
		assertEquals(1, imap.sent().count(rig.entry(id).messageId()));
		assertEquals(List.of(), smtp.duplicates());
	}

	@Test
	void case10IsSentWhenTheServerFiledIt() throws Exception {
		OutboxId id = rig.submit();
		imap.sent().add(Files.readAllBytes(rig.spool(id)));
		smtp.faults().next("ACCEPTED", Reaction.reset());
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, imap.sent().count(rig.entry(id).messageId()));
	}

	@Test
	void case7And8SendsOnceAfterACutBeforeTheDot() throws Exception {
		OutboxId id = rig.submit();
		for (String event : List.of("EHLO", "AUTH", "MAIL", "RCPT", "DATA")) {
			smtp.faults().next(event, Reaction.reset());
			rig.drain();
			assertEquals(MailState.QUEUED, rig.state(id), event);
			rig.clock.advance(Duration.ofHours(1));
		}
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, smtp.deliveries(rig.entry(id).messageId()));
	}

	@Test
	void case34DeliversToTheRestLater() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 3);
		smtp.faults().on("RCPT", 2, Reaction.reply("450 4.2.1 later"));
		rig.drain();
		assertEquals(MailState.QUEUED, rig.state(id));
		rig.clock.advance(Duration.ofMinutes(2));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(List.of(List.of("r0@example.test", "r2@example.test"), List.of("r1@example.test")),
				smtp.mails().stream().map(m -> m.recipients()).toList());
	}

	@Test
	void holdsAMailThatOnlyAServerWithSmtpUtf8TakesAndSendsTheNext() throws Exception {
		Draft international = new Draft("anna@example.test", List.of("jörg@example.test"), List.of(), List.of(), "Grüße", "t", List.of());
		OutboxId held = rig.submit(Rig.ANNA, international);
		OutboxId next = rig.submit();
		rig.drain();
		Problem problem = rig.entry(held).problem().orElseThrow();
		assertEquals(MailState.HELD, rig.state(held));
		assertEquals("transport.smtputf8-missing", problem.id());
		assertEquals("jörg@example.test", problem.values().get("address"));
		assertEquals(MailState.FILED, rig.state(next));
		assertEquals(1, smtp.mails().size());
		smtp.capabilities("8BITMIME", "SMTPUTF8", "AUTH XOAUTH2");
		rig.restart(); // no connection is kept that knows the old offer
		rig.outbox().release(held);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(held));
		assertArrayEquals(Files.readAllBytes(rig.spool(held)), smtp.mails().get(1).bytes());
		assertEquals(List.of("jörg@example.test"), smtp.mails().get(1).recipients());
	}

	@Test
	void case38PausesTheLaneAfterTwoRefusals() throws Exception {
		OutboxId id = rig.submit();
		smtp.accounts().token("anna", "another");
		smtp.faults().always("AUTH", Reaction.reply("535 5.7.8 no"));
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, rig.drain().paused().get(0).paused().orElseThrow().kind());
		int shown = smtp.faults().count("AUTH");
		rig.clock.advance(Duration.ofDays(1));
		rig.drain();
		assertEquals(shown, smtp.faults().count("AUTH"));
		assertEquals(MailState.QUEUED, rig.state(id));
	}

	@Test
	void thePausedLaneSaysWhoCanSwitchSmtpOn() throws Exception {
		OutboxId id = rig.submit();
		smtp.accounts().token("anna", "another");
		smtp.faults().always("AUTH", Reaction.reply("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox."));
		Problem paused = rig.drain().paused().get(0).paused().orElseThrow();
		assertEquals("transport.smtp-auth-disabled", paused.id());
		assertEquals(Remedy.ASK_ADMINISTRATOR, paused.remedy());
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, paused.kind());
		assertEquals(MailState.QUEUED, rig.state(id));
	}

	@Test
	void case39And40TellsForGoodFromForNow() throws Exception {
		OutboxId rejected = rig.submit();
		OutboxId deferred = rig.submit();
		smtp.faults().next("DOT", Reaction.reply("554 5.7.1 not wanted"));
		smtp.faults().on("DOT", 2, Reaction.reply("451 4.3.0 later"));
		rig.drain();
		assertEquals(MailState.REJECTED, rig.state(rejected));
		assertTrue(rig.entry(rejected).problem().orElseThrow().details().toString().contains("554"));
		assertEquals(MailState.QUEUED, rig.state(deferred));
		rig.clock.advance(Duration.ofMinutes(2));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(deferred));
		assertEquals(1, smtp.mails().size());
	}
}

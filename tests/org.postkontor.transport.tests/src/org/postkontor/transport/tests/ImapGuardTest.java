package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.imap.ImapDeadlines;

/**
 * Hostile, plain and slow IMAP servers (fault catalogue 49, 56-60). Traps: the library allocates what a literal announces
 * and reads lines without end (craft B.3.8); STARTTLS downgrades silently and PREAUTH skips the sign-in (B.3.9, platform
 * 2.7); time-outs are infinite (B.3.7).
 */
class ImapGuardTest {
	static Stream<Arguments> badServers() {
		return Stream.of(TlsMode.values())
				.flatMap(mode -> Stream.of(
						Arguments.of(mode, "tls.untrusted", (Supplier<ServerIdentity>) () -> Net.AUTHORITY.selfSigned("localhost")),
						Arguments.of(mode, "tls.host-mismatch", (Supplier<ServerIdentity>) Net.AUTHORITY::wrongHost),
						Arguments.of(mode, "tls.expired", (Supplier<ServerIdentity>) () -> Net.AUTHORITY.expired("localhost"))));
	}

	private static ImapStage stage(TlsMode mode, ServerIdentity identity) throws Exception {
		return ImapStage.with(mode == TlsMode.IMPLICIT ? ServerTls.implicit(identity) : ServerTls.upgrade(identity), mode);
	}

	private static void assertNoCredentialInPlain(ImapStage stage) {
		stage.peer.server().transcripts()
				.forEach(transcript -> assertEquals(List.of(), Canary.of(Net.TOKEN).findIn(transcript.plainFromClient())));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("badServers")
	void case60AServerThatCannotBeVerifiedGetsNothing(TlsMode mode, String id, Supplier<ServerIdentity> identity) throws Exception {
		try (ImapStage stage = stage(mode, identity.get())) {
			assertEquals(id, stage.refused(Net.token()).id());
			assertEquals(0, stage.said("AUTHENTICATE"));
		}
	}

	@ParameterizedTest
	@EnumSource(TlsMode.class)
	void aVerifiedServerIsUsedInsideTls(TlsMode mode) throws Exception {
		try (ImapStage stage = stage(mode, Net.LOCALHOST); ReceiveConnection connection = stage.connect()) {
			assertEquals(0, connection.count());
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void case57AServerWithoutStartTlsGetsNothing() throws Exception {
		try (ImapStage stage = ImapStage.startTls()) {
			stage.peer.capabilitiesBeforeTls("IMAP4rev1", "AUTH=XOAUTH2", "AUTH=PLAIN");
			Problem problem = stage.refused(Net.token());
			assertEquals("transport.starttls-missing", problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertNoCredentialInPlain(stage);
		}
	}

	@ParameterizedTest
	@CsvSource({ "TAG NO not now", "TAG BAD what" })
	void case57AServerThatRefusesStartTlsGetsNothing(String reply) throws Exception {
		try (ImapStage stage = ImapStage.startTls()) {
			stage.peer.faults().always("STARTTLS", Reaction.reply(reply));
			assertEquals("transport.starttls-missing", stage.refused(Net.token()).id());
			assertNoCredentialInPlain(stage);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TAG OK go|* CAPABILITY IMAP4rev1 AUTH=PLAIN|", "TAG OK go|* PREAUTH welcome|" })
	void case57And58WordsInjectedBeforeTlsEndTheConnection(String lines) throws Exception {
		try (ImapStage stage = ImapStage.startTls()) {
			stage.peer.faults().always("STARTTLS", conversation -> {
				String tag = stage.peer.server().lastTranscript().fromClient().getLast().split(" ")[0];
				conversation.sendRaw(lines.replace("TAG", tag).replace("|", "\r\n").getBytes());
				conversation.upgradeToTls();
				return true;
			});
			Problem problem = stage.refused(Net.token());
			assertEquals("transport.starttls-injected", problem.id());
			assertEquals(0, stage.said("AUTHENTICATE"));
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void case58OnlyTheAbilitiesInsideTlsCount() throws Exception {
		try (ImapStage stage = ImapStage.startTls()) {
			stage.peer.capabilitiesBeforeTls("IMAP4rev1", "STARTTLS", "AUTH=PLAIN").capabilities("IMAP4rev1", "AUTH=XOAUTH2");
			stage.connect().close();
			assertEquals(1, stage.said("AUTHENTICATE XOAUTH2"));
		}
	}

	@ParameterizedTest
	@EnumSource(TlsMode.class)
	void case59AServerThatSkipsTheSignInIsNotUsed(TlsMode mode) throws Exception {
		try (ImapStage stage = stage(mode, Net.LOCALHOST)) {
			stage.peer.greeting("* PREAUTH welcome back");
			assertEquals("transport.preauth", stage.refused(Net.token()).id());
			assertEquals(0, stage.said("EXAMINE"));
		}
	}

	@Test
	void aPlainServerBehindImplicitTlsIsNamed() throws Exception {
		try (ImapStage stage = ImapStage.with(ServerTls.none(), TlsMode.IMPLICIT)) {
			assertEquals("tls.none", stage.refused(Net.token()).id());
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void aFarewellForAGreetingIsTemporary() throws Exception {
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.greeting("* BYE overloaded");
			Problem problem = stage.refused(Net.token());
			assertTrue(problem.kind().isTransient(), problem.toString());
		}
	}

	@Test
	void case59AReferralIsNotFollowed() throws Exception {
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.faults().always("AUTHENTICATE", Reaction.reply("TAG NO [REFERRAL imap://evil.example.test/] go there"));
			assertEquals(ProblemKind.CREDENTIAL_REFUSED, stage.refused(Net.token()).kind());
			assertEquals(1, stage.peer.server().connections());
		}
	}

	@Test
	void case56AnEnormousLiteralBeforeTheSignInIsNotAllocated() throws Exception {
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.faults().always("AUTHENTICATE", ImapPeer.hugeLiteral(2_147_000_000L));
			assertEquals("transport.too-much", stage.refused(Net.token()).id());
		}
	}

	@Test
	void case56AnEnormousLiteralInAListingIsNotAllocated() throws Exception {
		try (ImapStage stage = ImapStage.implicit(); ReceiveConnection connection = stage.connect()) {
			stage.peer.inbox().add("x\r\n".getBytes());
			stage.peer.faults().always("SEARCH", ImapPeer.hugeLiteral(2_147_000_000L));
			Problem problem = assertThrows(ProblemException.class, () -> connection.list(Optional.empty(), 10, null)).problem();
			assertEquals("transport.too-much", problem.id());
		}
	}

	@Test
	void case56EndlessUntaggedAnswersAreCutOff() throws Exception {
		try (ImapStage stage = ImapStage.implicit(); ReceiveConnection connection = stage.connect()) {
			stage.peer.inbox().add("x\r\n".getBytes());
			stage.peer.faults().always("SEARCH", ImapPeer.untaggedLines(1_000_000));
			Problem problem = assertThrows(ProblemException.class, () -> connection.list(Optional.empty(), 10, null)).problem();
			assertEquals("transport.too-much", problem.id());
		}
	}

	@Test
	void case56ABodyStructureNestedWithoutEndIsRefused() throws Exception {
		int depth = 1_000_000;
		try (ImapStage stage = ImapStage.implicit(); ReceiveConnection connection = stage.connect()) {
			stage.peer.inbox().add("x\r\n".getBytes());
			stage.peer.faults().always("FETCH", conversation -> {
				conversation.sendRaw(("* 1 FETCH (UID 1 BODYSTRUCTURE " + "(".repeat(depth) + ")".repeat(depth) + ")\r\n").getBytes());
				return false;
			});
			Problem problem = assertThrows(ProblemException.class, () -> connection.list(Optional.empty(), 10, null)).problem();
			assertEquals("transport.too-much", problem.id());
		}
	}

	@Test
	void case59ControlCharactersOfAnAlertDoNotReachAPerson() throws Exception {
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.faults().always("AUTHENTICATE", Reaction.reply("TAG NO [ALERT] \u001b[2Jclick \u0007here\u0000 now"));
			Problem problem = stage.refused(Net.token());
			assertTrue(problem.details().get("reply").contains("click"), problem.toString());
			assertTrue(problem.toString().chars().noneMatch(Character::isISOControl), problem.toString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "GREETING,61", "AUTHENTICATE,61" })
	void case49AServerThatStallsWhileConnectingIsGivenUp(String event, int seconds) throws Exception {
		FakeClock clock = new FakeClock();
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.faults().always(event, Reaction.silence());
			AngusImapReceiver receiver = new AngusImapReceiver(stage.net.ground(clock), ImapDeadlines.STANDARD);
			CompletableFuture<Object> connecting = CompletableFuture.supplyAsync(() -> {
				try {
					return receiver.connect(Net.endpoint(Protocol.IMAP, stage.peer.port(), TlsMode.IMPLICIT), Net.token(), null);
				} catch (ProblemException e) {
					throw new IllegalStateException(e);
				}
			});
			Wait.until(event, () -> stage.peer.faults().count(event) > 0 && clock.pendingTimers() > 0, Net.SOON);
			clock.advance(Duration.ofSeconds(seconds));
			ExecutionException failed = assertThrows(ExecutionException.class, () -> connecting.get(10, TimeUnit.SECONDS));
			assertEquals(ProblemKind.TIMEOUT, assertInstanceOf(ProblemException.class, failed.getCause().getCause()).problem().kind());
		}
	}

	@Test
	void case49AServerThatStallsInAFetchIsGivenUp() throws Exception {
		FakeClock clock = new FakeClock();
		try (ImapStage stage = ImapStage.implicit()) {
			stage.peer.inbox().add("x\r\n".getBytes());
			stage.peer.faults().always("FETCH", Reaction.silence());
			AngusImapReceiver receiver = new AngusImapReceiver(stage.net.ground(clock), ImapDeadlines.STANDARD);
			try (ReceiveConnection connection = receiver.connect(Net.endpoint(Protocol.IMAP, stage.peer.port(), TlsMode.IMPLICIT), Net.token(),
					null)) {
				CompletableFuture<Problem> listing = CompletableFuture.supplyAsync(
						() -> assertThrows(ProblemException.class, () -> connection.list(Optional.empty(), 10, null)).problem());
				Wait.until("FETCH", () -> stage.peer.faults().count("FETCH") > 0 && clock.pendingTimers() > 0, Net.SOON);
				clock.advance(Duration.ofMinutes(5).plusSeconds(1));
				assertEquals(ProblemKind.TIMEOUT, listing.get(10, TimeUnit.SECONDS).kind());
			}
		}
	}
}

package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
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
import org.postkontor.testkit.peer.PeerAccounts;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.internal.pop3.Pop3Deadlines;
import org.postkontor.transport.internal.pop3.SocketPop3Receiver;

/**
 * Signing in to POP3 servers. Traps: with the library, connecting succeeds with a bad token (platform 2.5), a connection cut
 * during AUTH looks like a refused sign-in, and a missing STLS like one, too (2.7); Microsoft takes the token on a line of
 * its own only (2.3).
 */
class Pop3SignInTest {
	static Stream<Arguments> badServers() {
		return Stream.of(TlsMode.values())
				.flatMap(mode -> Stream.of(
						Arguments.of(mode, "tls.untrusted", (Supplier<ServerIdentity>) () -> Net.AUTHORITY.selfSigned("localhost")),
						Arguments.of(mode, "tls.host-mismatch", (Supplier<ServerIdentity>) Net.AUTHORITY::wrongHost),
						Arguments.of(mode, "tls.expired", (Supplier<ServerIdentity>) () -> Net.AUTHORITY.expired("localhost"))));
	}

	private static Pop3Stage stage(TlsMode mode, ServerIdentity identity) throws Exception {
		return Pop3Stage.with(mode == TlsMode.IMPLICIT ? ServerTls.implicit(identity) : ServerTls.upgrade(identity), mode);
	}

	private static void assertNoCredentialInPlain(Pop3Stage stage) {
		stage.peer.server().transcripts()
				.forEach(transcript -> assertEquals(List.of(), Canary.of(Net.TOKEN).findIn(transcript.plainFromClient())));
	}

	@ParameterizedTest
	@CsvSource({ "SASL PLAIN XOAUTH2 OAUTHBEARER,OAUTHBEARER", "SASL PLAIN XOAUTH2,XOAUTH2" })
	void aTokenGoesOnALineOfItsOwn(String capability, String mechanism) throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.capabilities("UIDL", "USER", capability);
			stage.connect().close();
			List<String> said = stage.peer.server().lastTranscript().fromClient();
			int auth = said.indexOf("AUTH " + mechanism);
			assertEquals(List.of("CAPA", "AUTH " + mechanism), said.subList(0, auth + 1));
		}
	}

	@ParameterizedTest
	@CsvSource({ "XOAUTH2,''", "OAUTHBEARER,AQ==" })
	void aBadTokenNeverConnects(String mechanism, String acknowledgement) throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.capabilities("UIDL", "SASL " + mechanism);
			Problem problem = stage.refused(Net.token(Net.BAD_TOKEN));
			assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
			assertEquals(PeerAccounts.DEFAULT_ERROR, problem.details().get("reply"));
			List<String> said = stage.peer.server().lastTranscript().fromClient();
			assertEquals(acknowledgement, said.get(said.size() - 1));
		}
	}

	@Test
	void aBadTokenThatIsRefusedAtOnceNeverConnects() throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.accounts().noOauthError();
			assertEquals(ProblemKind.CREDENTIAL_REFUSED, stage.refused(Net.token(Net.BAD_TOKEN)).kind());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "AUTH", "CAPA" })
	void aConnectionCutWhileSigningInDoesNotBlameTheCredential(String event) throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.faults().always(event, Reaction.reset());
			assertEquals(ProblemKind.NETWORK, stage.refused(Net.token()).kind());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "-ERR [SYS/TEMP] later|SERVER", "-ERR [IN-USE] locked|SERVER", "-ERR [LOGIN-DELAY] slow down|SERVER",
			"-ERR [AUTH] no|CREDENTIAL_REFUSED", "hello|SERVER" })
	void onlyARefusalOfTheCredentialBlamesIt(String reply, ProblemKind kind) throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.faults().always("AUTH", Reaction.reply(reply));
			assertEquals(kind, stage.refused(Net.token()).kind());
		}
	}

	@Test
	void aTokenIsNeverSentAsAPassword() throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.capabilities("UIDL", "USER", "SASL PLAIN LOGIN");
			assertEquals("transport.no-oauth", stage.refused(Net.token()).id());
			assertEquals(0, stage.said("AUTH"));
			assertEquals(0, stage.said("PASS"));
		}
	}

	@Test
	void aPasswordGoesByPlainOrElseByUserAndPass() throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.connect(Net.password()).close();
			assertEquals(1, stage.said("AUTH PLAIN"));
			stage.peer.account(Net.USER, "simple", null).capabilities("UIDL", "USER");
			stage.connect(Net.password("simple")).close();
			assertEquals(1, stage.said("PASS"));
			assertEquals(ProblemKind.CREDENTIAL_REFUSED, stage.refused(Net.password("wrong")).kind());
		}
	}

	@Test
	void noUserNameCanSmuggleACommand() throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.capabilities("UIDL", "USER");
			stage.refused(new org.postkontor.auth.Credential.Password("anna\r\nDELE 1", org.postkontor.auth.Secret.of("x")));
			assertEquals(0, stage.said("DELE"));
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("badServers")
	void aServerThatCannotBeVerifiedGetsNothing(TlsMode mode, String id, Supplier<ServerIdentity> identity) throws Exception {
		try (Pop3Stage stage = stage(mode, identity.get())) {
			assertEquals(id, stage.refused(Net.token()).id());
			assertEquals(0, stage.said("AUTH"));
		}
	}

	@ParameterizedTest
	@EnumSource(TlsMode.class)
	void aVerifiedServerIsUsedInsideTls(TlsMode mode) throws Exception {
		try (Pop3Stage stage = stage(mode, Net.LOCALHOST); ReceiveConnection connection = stage.connect()) {
			assertEquals(0, connection.count());
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void aServerWithoutStlsGetsNothing() throws Exception {
		try (Pop3Stage stage = Pop3Stage.with(ServerTls.none(), TlsMode.STARTTLS)) {
			Problem problem = stage.refused(Net.token());
			assertEquals("transport.starttls-missing", problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void aServerThatRefusesStlsGetsNothing() throws Exception {
		try (Pop3Stage stage = Pop3Stage.startTls()) {
			stage.peer.faults().always("STLS", Reaction.reply("-ERR not now"));
			assertEquals("transport.starttls-missing", stage.refused(Net.token()).id());
			assertNoCredentialInPlain(stage);
		}
	}

	@ParameterizedTest
	@CsvSource({ "STLS, +OK go|+OK|SASL PLAIN LOGIN|.|", "STLS, +OK go|+", "CAPA, +OK|STLS|.|+OK go|+OK|SASL PLAIN LOGIN|.|" })
	void case57And58WordsInjectedBeforeTlsEndTheConnection(String event, String lines) throws Exception {
		try (Pop3Stage stage = Pop3Stage.startTls()) {
			stage.peer.faults().always(event, conversation -> {
				conversation.sendRaw(lines.replace("|", "\r\n").getBytes());
				return true;
			});
			Problem problem = stage.refused(Net.token());
			assertEquals("transport.starttls-injected", problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertEquals(0, stage.said("AUTH"));
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void anEndlessGreetingIsCutOff() throws Exception {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.faults().always("GREETING", conversation -> {
				for (int i = 0; i < 10_000; i++) {
					conversation.sendRaw("+OK welcome ".repeat(500).getBytes());
				}
				return true;
			});
			assertEquals("net.line-too-long", stage.refused(Net.token()).id());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GREETING", "CAPA", "AUTH" })
	void aServerThatStallsIsGivenUpAfterAMinute(String event) throws Exception {
		FakeClock clock = new FakeClock();
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			stage.peer.faults().always(event, Reaction.silence());
			SocketPop3Receiver receiver = new SocketPop3Receiver(stage.net.ground(clock), Pop3Deadlines.STANDARD);
			CompletableFuture<Object> connecting = CompletableFuture.supplyAsync(() -> {
				try {
					return receiver.connect(Net.endpoint(Protocol.POP3, stage.peer.port(), TlsMode.IMPLICIT), Net.token(), null);
				} catch (ProblemException e) {
					throw new IllegalStateException(e);
				}
			});
			Wait.until(event, () -> stage.peer.faults().count(event) > 0 && clock.pendingTimers() > 0, Net.SOON);
			clock.advance(Duration.ofSeconds(61));
			ExecutionException failed = assertThrows(ExecutionException.class, () -> connecting.get(10, TimeUnit.SECONDS));
			assertEquals(ProblemKind.TIMEOUT, assertInstanceOf(ProblemException.class, failed.getCause().getCause()).problem().kind());
		}
	}
}

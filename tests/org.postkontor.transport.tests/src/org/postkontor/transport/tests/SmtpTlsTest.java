package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.transport.tests.SmtpStage.BEN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.TlsMode;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.Transcript;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/**
 * No credential without verified TLS (fault catalogue 57, 58, 60). Traps: STARTTLS that is only enabled downgrades silently
 * (platform 2.7, craft B.3.9); the library goes on with the abilities from before TLS if EHLO fails inside; it falls back to
 * an unguarded socket when a factory fails; trust and host name checks can be switched off (B.3.11).
 */
class SmtpTlsTest {
	static Stream<Arguments> badServers() {
		List<Arguments> all = new java.util.ArrayList<>();
		for (TlsMode mode : TlsMode.values()) {
			all.add(Arguments.of(mode, "tls.untrusted", (Supplier<ServerIdentity>) () -> Net.AUTHORITY.selfSigned("localhost")));
			all.add(Arguments.of(mode, "tls.host-mismatch", (Supplier<ServerIdentity>) Net.AUTHORITY::wrongHost));
			all.add(Arguments.of(mode, "tls.expired", (Supplier<ServerIdentity>) () -> Net.AUTHORITY.expired("localhost")));
			all.add(Arguments.of(mode, "tls.not-yet-valid", (Supplier<ServerIdentity>) () -> Net.AUTHORITY.notYetValid("localhost")));
		}
		return all.stream();
	}

	private static SmtpStage stage(TlsMode mode, ServerIdentity identity) throws Exception {
		return SmtpStage.with(mode == TlsMode.IMPLICIT ? ServerTls.implicit(identity) : ServerTls.upgrade(identity), mode);
	}

	private static void assertNoCredentialInPlain(SmtpStage stage) {
		for (Transcript transcript : stage.peer.server().transcripts()) {
			assertEquals(List.of(), Canary.of(Net.TOKEN).findIn(transcript.plainFromClient()));
			assertFalse(transcript.plainFromClient().contains("AUTH"));
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("badServers")
	void case60AServerThatCannotBeVerifiedGetsNothing(TlsMode mode, String id, Supplier<ServerIdentity> identity) throws Exception {
		try (SmtpStage stage = stage(mode, identity.get())) {
			Problem problem = stage.refused(Net.token());
			assertEquals(id, problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertEquals(0, stage.said("AUTH"));
			assertEquals(1, stage.peer.server().connections());
		}
	}

	@ParameterizedTest
	@EnumSource(TlsMode.class)
	void aVerifiedServerGetsTheMailInsideTls(TlsMode mode) throws Exception {
		try (SmtpStage stage = stage(mode, Net.LOCALHOST)) {
			assertInstanceOf(SendOutcome.Accepted.class, stage.send(BEN));
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void case57AServerWithoutStartTlsGetsNothing() throws Exception {
		try (SmtpStage stage = SmtpStage.startTls()) {
			stage.peer.capabilitiesBeforeTls("SIZE 1000", "AUTH PLAIN LOGIN XOAUTH2");
			Problem problem = stage.refused(Net.token());
			assertEquals("transport.starttls-missing", problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void case57AServerThatKnowsNoExtensionsGetsNothing() throws Exception {
		try (SmtpStage stage = SmtpStage.startTls()) {
			stage.peer.faults().always("EHLO", Reaction.reply("502 5.5.1 unknown"));
			assertEquals("transport.starttls-missing", stage.refused(Net.token()).id());
			assertNoCredentialInPlain(stage);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "454 4.7.0 TLS not available", "502 5.5.1 no", "250 fine, without" })
	void case57AServerThatRefusesStartTlsGetsNothing(String reply) throws Exception {
		try (SmtpStage stage = SmtpStage.startTls()) {
			stage.peer.faults().always("STARTTLS", Reaction.reply(reply));
			assertEquals("transport.starttls-missing", stage.refused(Net.token()).id());
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void case58OnlyTheAbilitiesInsideTlsCount() throws Exception {
		try (SmtpStage stage = SmtpStage.startTls()) {
			stage.peer.capabilitiesBeforeTls("STARTTLS", "AUTH LOGIN PLAIN", "SIZE 5").capabilities("AUTH XOAUTH2", "SIZE 900");
			try (SendConnection connection = stage.connect()) {
				assertEquals(900, connection.maxSize().getAsLong());
			}
			assertEquals(1, stage.said("AUTH XOAUTH2"));
		}
	}

	@Test
	void case58NoEhloInsideTlsEndsTheConnection() throws Exception {
		try (SmtpStage stage = SmtpStage.startTls()) {
			stage.peer.capabilitiesBeforeTls("STARTTLS", "AUTH XOAUTH2").faults().on("EHLO", 2, Reaction.reply("500 what"));
			assertEquals(ProblemKind.SERVER, stage.refused(Net.token()).kind());
			assertEquals(0, stage.said("AUTH"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "go", "letters of two bytes äääääääääääääääääääääääääääääääääääääääääääää" })
	void case57And58WordsInjectedBeforeTlsEndTheConnection(String answer) throws Exception {
		try (SmtpStage stage = SmtpStage.startTls()) {
			stage.peer.capabilities("AUTH XOAUTH2").faults().always("STARTTLS", conversation -> {
				conversation.sendRaw(("220 " + answer + "\r\n250-evil\r\n250 AUTH LOGIN PLAIN\r\n").getBytes(StandardCharsets.UTF_8));
				conversation.upgradeToTls();
				return true;
			});
			Problem problem = stage.refused(Net.token());
			assertEquals("transport.starttls-injected", problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertEquals(0, stage.said("AUTH"));
		}
	}

	@Test
	void case60APlainServerBehindImplicitTlsIsNamed() throws Exception {
		try (SmtpStage stage = SmtpStage.with(ServerTls.none(), TlsMode.IMPLICIT)) {
			Problem problem = stage.refused(Net.token());
			assertEquals("tls.none", problem.id());
			assertNoCredentialInPlain(stage);
		}
	}

	@Test
	void case51AWebServerOnThePortIsNamed() throws Exception {
		try (SmtpStage stage = SmtpStage.startTls()) {
			stage.peer.faults().always("GREETING", Reaction.reply("HTTP/1.1 400 Bad Request", "Content-Type: text/html"));
			assertEquals("transport.protocol", stage.refused(Net.token()).id());
			assertNoCredentialInPlain(stage);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "421 4.3.2 busy", "450 4.7.1 later" })
	void case33ABusyGreetingIsTemporary(String reply) throws Exception {
		try (SmtpStage stage = SmtpStage.implicit()) {
			stage.peer.faults().always("GREETING", Reaction.replyAndClose(reply));
			Problem problem = stage.refused(Net.token());
			assertEquals("transport.later", problem.id());
			assertTrue(problem.kind().isTransient());
		}
	}

	@Test
	void aRefusingGreetingIsNotWaitedOn() throws Exception {
		try (SmtpStage stage = SmtpStage.implicit()) {
			stage.peer.faults().always("GREETING", conversation -> {
				conversation.send("554 5.7.1 go away");
				conversation.silence();
				return true;
			});
			Problem problem = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Net.SOON, () -> stage.refused(Net.token()));
			assertEquals("transport.protocol", problem.id());
		}
	}

	@Test
	void aServerThatHangsUpInsteadOfAGreetingIsTheNetworksMatter() throws Exception {
		try (SmtpStage stage = SmtpStage.implicit()) {
			stage.peer.faults().always("GREETING", Reaction.cut(org.postkontor.testkit.Cut.FIN));
			assertEquals(ProblemKind.NETWORK, stage.refused(Net.token()).kind());
		}
	}
}

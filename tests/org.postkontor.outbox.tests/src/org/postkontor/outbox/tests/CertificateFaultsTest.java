package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.net.OfficeTrust;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.peer.ScriptedServer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.testkit.peer.Steps;

/** Servers that cannot be verified (fault catalogue 60): the lane waits, nothing is sent, and there is no way past it. */
class CertificateFaultsTest extends FaultCase {
	static Stream<Arguments> badServers() {
		return Stream.of(Arguments.of("tls.expired", FaultStage.AUTHORITY.expired("localhost")),
				Arguments.of("tls.untrusted", FaultStage.AUTHORITY.selfSigned("localhost")),
				Arguments.of("tls.host-mismatch", FaultStage.AUTHORITY.wrongHost()),
				Arguments.of("tls.host-mismatch", FaultStage.AUTHORITY.server("127.0.0.1")));
	}

	private void assertWaits(OutboxId id, String problem) throws Exception {
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(0, stage.rig.entry(id).attempts());
		assertEquals(problem, stage.paused().id());
		assertEquals(ProblemKind.CERTIFICATE, stage.paused().kind());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badServers")
	void case60AServerThatCannotBeVerifiedGetsNothing(String problem, ServerIdentity identity) throws Exception {
		try (SmtpPeer bad = new SmtpPeer(ServerTls.implicit(identity)).account("anna", null, stage.token(1))) {
			stage.sendTo(bad.port());
			OutboxId id = stage.submit(1);
			stage.rig.drain();
			assertWaits(id, problem);
			assertTrue(stage.paused().details().containsKey("notAfter"), stage.paused().toString());
			assertTrue(bad.server().transcripts().stream().allMatch(transcript -> transcript.fromClient().isEmpty()));
		}
	}

	@Test
	void case60AServerWithOutdatedTlsOnlyGetsNothing() throws Exception {
		byte[] protocolVersionAlert = { 0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46 };
		try (ScriptedServer old = ScriptedServer.plain(Steps.of().sendRaw(protocolVersionAlert).silence())) {
			stage.sendTo(old.port());
			OutboxId id = stage.submit(1);
			stage.rig.drain();
			assertWaits(id, "tls.handshake");
		}
	}

	@Test
	void case60TrustThatIsWithdrawnCountsForTheNextConnection() throws Exception {
		OfficeTrust trust = new OfficeTrust(List.of(FaultStage.AUTHORITY.certificate()));
		stage.submit(1);
		stage.rig.drain();
		stage.policy().removeOffice(trust);
		stage.endsBy(() -> stage.policy().addOffice(trust));
		stage.smtp.server().resetConnections();
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertWaits(id, "tls.untrusted");
		assertTrue(stage.rig.outbox().nextDue().isPresent());
		assertEquals(Optional.empty(), stage.rig.entry(id).problem());
	}
}

package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.transport.tests.SmtpStage.BEN;

import java.io.IOException;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.contract.Boundary;
import org.postkontor.contract.ContractMail;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Direction;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.Wait;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/**
 * Cut cables (fault catalogue 45, 46, 54) and counted round trips (craft C.3). Traps: a reset before and after the dot looks
 * the same in the library's exceptions (B.3.1); its isConnected costs a round trip each time (B.3.12).
 */
class SmtpCableTest {
	private static final int STEP = 23;

	private SmtpStage stage;
	private FaultProxy cable;

	@BeforeEach
	void start() throws IOException {
		stage = SmtpStage.implicit();
		cable = FaultProxy.endingTls("localhost", stage.peer.port(), Net.LOCALHOST, Net.AUTHORITY.clientContext());
	}

	@AfterEach
	void stop() throws IOException {
		cable.close();
		stage.close();
	}

	private SendConnection connect() throws ProblemException {
		return stage.sender().connect(Net.endpoint(Protocol.SMTP, cable.port(), TlsMode.IMPLICIT), Net.token(), null);
	}

	/** What is known after a session: the outcome, or that it was over before it began. */
	private String session(OutgoingMessage mail, Boundary boundary) {
		try (SendConnection connection = connect()) {
			return connection.send(mail, Set.of(BEN), boundary, null).getClass().getSimpleName();
		} catch (ProblemException e) {
			assertTrue(e.problem().kind().isTransient(), e.problem().toString());
			return "NotSent";
		}
	}

	private long lengthOfASession(Direction direction) {
		long before = cable.bytes(direction);
		assertEquals("Accepted", session(ContractMail.mail("measure", BEN), new Boundary()));
		return cable.bytes(direction) - before;
	}

	@ParameterizedTest
	@EnumSource(Cut.class)
	void aCutAfterAnyByteToTheServerNeverLiesAboutTheMail(Cut cut) {
		cutEverywhere(Direction.TO_SERVER, cut);
	}

	@ParameterizedTest
	@EnumSource(Cut.class)
	void aCutAfterAnyByteToTheClientNeverLiesAboutTheMail(Cut cut) {
		cutEverywhere(Direction.TO_CLIENT, cut);
	}

	private void cutEverywhere(Direction direction, Cut cut) {
		long length = lengthOfASession(direction);
		for (long at = 0; at < length; at += STEP) {
			cable.heal();
			cable.cutAfter(direction, at, cut);
			String name = direction + "-" + cut + "-" + at;
			Boundary boundary = new Boundary();
			String outcome = session(ContractMail.mail(name, BEN), boundary);
			String id = ContractMail.id(name);
			switch (outcome) {
			case "Accepted" -> assertEquals(1, stage.peer.deliveries(id), name);
			case "InDoubt" -> assertEquals(1, boundary.calls(), name);
			case "NotSent" -> {
				assertEquals(0, boundary.calls(), name);
				assertEquals(0, stage.peer.deliveries(id), name);
			}
			default -> throw new AssertionError(name + ": " + outcome);
			}
		}
		assertTrue(stage.peer.duplicates().isEmpty());
	}

	@Test
	void aMailOnAnOpenConnectionTakesFourRoundTripsAndOneForEachFurtherRecipient() throws Exception {
		try (SendConnection connection = connect()) {
			connection.send(ContractMail.mail("warm", BEN), Set.of(BEN), new Boundary(), null);
			int before = cable.roundTrips();
			connection.send(ContractMail.mail("one", BEN), Set.of(BEN), new Boundary(), null);
			int one = cable.roundTrips() - before;
			assertTrue(one <= 4, "one recipient: " + one);
			String[] ten = new String[10];
			java.util.Arrays.setAll(ten, i -> "r" + i + "@example.test");
			before = cable.roundTrips();
			assertInstanceOf(SendOutcome.Accepted.class, connection.send(ContractMail.mail("ten", ten), Set.of(ten), new Boundary(), null));
			int many = cable.roundTrips() - before;
			assertTrue(many <= 4 + 9, "ten recipients: " + many);
		}
	}

	@Test
	void askingWhetherAConnectionIsUsableCostsNothing() throws Exception {
		try (SendConnection connection = connect()) {
			int before = cable.roundTrips();
			assertTrue(connection.isUsable());
			assertEquals(before, cable.roundTrips());
		}
	}

	@ParameterizedTest
	@EnumSource(Cut.class)
	void aConnectionThatTheServerEndedMeanwhileLeavesNoDoubt(Cut cut) throws Exception {
		try (SendConnection connection = connect()) {
			cable.cutAll(cut);
			Boundary boundary = new Boundary();
			SendOutcome outcome = connection.send(ContractMail.mail("idle", BEN), Set.of(BEN), boundary, null);
			assertEquals(ProblemKind.NETWORK, stage.notSent(outcome).kind());
			assertEquals(0, boundary.calls());
			assertFalse(connection.isUsable());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "host.invalid", "bad..host", "böse host" })
	void aHostThatDoesNotExistIsSaidSo(String host) {
		Endpoint endpoint = new Endpoint(Protocol.SMTP, host, 465, TlsMode.IMPLICIT, AuthBinding.of("test", Net.USER, java.util.Map.of()));
		Problem problem = assertThrows(ProblemException.class, () -> stage.sender().connect(endpoint, Net.token(), null)).problem();
		assertEquals("net.unknown-host", problem.id());
		assertEquals(host, problem.values().get("host"));
	}

	@Test
	void closingSaysGoodbye() throws Exception {
		connect().close();
		Wait.until("QUIT", () -> stage.said("QUIT") == 1, Net.SOON);
	}

	@Test
	void aRefusedConnectionIsTheNetworksMatter() throws Exception {
		int port = cable.port();
		cable.close();
		ProblemException failed = assertThrows(ProblemException.class,
				() -> stage.sender().connect(Net.endpoint(Protocol.SMTP, port, TlsMode.IMPLICIT), Net.token(), null));
		assertEquals(ProblemKind.NETWORK, failed.problem().kind());
	}
}

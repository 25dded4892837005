package org.postkontor.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/** What every {@link MailSender} promises, whatever its protocol. The stage is one server that behaves until told otherwise. */
public abstract class MailSenderContract {
	/** What the server shall do to the next mail. */
	public enum Mishap {
		REJECT_MAIL, DEFER_MAIL, HANG_UP_BEFORE_BOUNDARY, LOSE_THE_ANSWER
	}

	private static final String BEN = "ben@example.test";
	private static final String CARL = "carl@example.test";

	protected abstract MailSender sender();

	protected abstract Endpoint endpoint();

	protected abstract Credential credential();

	/** Same user, but the server refuses it. */
	protected abstract Credential wrongCredential();

	/** The secret inside {@link #wrongCredential}. */
	protected abstract String wrongSecret();

	/** Bytes of the mails that the server has taken, in order. */
	protected abstract List<byte[]> delivered();

	/** Envelope recipients of the latest mail that the server has taken. */
	protected abstract Set<String> lastRecipients();

	protected abstract void serverWill(Mishap mishap);

	/** Whether the server sees the credential while connecting; if not, it comes with the first mail. */
	protected boolean authenticatesOnConnect() {
		return true;
	}

	private SendConnection connect() throws ProblemException {
		return sender().connect(endpoint(), credential(), null);
	}

	private SendOutcome send(String name, Boundary boundary) throws ProblemException {
		try (SendConnection connection = connect()) {
			return connection.send(ContractMail.mail(name, BEN), Set.of(BEN), boundary, null);
		}
	}

	@Test
	final void speaksTheProtocolOfItsEndpoint() {
		assertEquals(endpoint().protocol(), sender().protocol());
	}

	@Test
	final void deliversTheFrozenBytesUnchanged() throws Exception {
		SendOutcome outcome = send("unchanged", new Boundary());
		assertInstanceOf(SendOutcome.Accepted.class, outcome);
		assertEquals(1, delivered().size());
		assertArrayEquals(ContractMail.bytes("unchanged"), delivered().get(0));
	}

	@Test
	final void announcesTheBoundaryOnceAndBeforeTheMailCanBeAccepted() throws Exception {
		Boundary boundary = new Boundary(() -> delivered().size());
		send("boundary", boundary);
		assertEquals(1, boundary.calls());
		assertEquals(0, boundary.deliveredAtBoundary());
		assertEquals(1, delivered().size());
	}

	@Test
	final void handsNothingOverIfTheBoundaryCannotBeJournaled() throws Exception {
		SendOutcome outcome = send("journal", new Boundary().failing());
		assertInstanceOf(SendOutcome.NotSent.class, outcome);
		assertEquals(ProblemKind.STORAGE, ((SendOutcome.NotSent) outcome).problem().kind());
		assertTrue(delivered().isEmpty());
	}

	@Test
	final void tellsProgressUpToTheWholeMail() throws Exception {
		Boundary boundary = new Boundary();
		send("progress", boundary);
		assertEquals(ContractMail.bytes("progress").length, boundary.lastProgress());
	}

	@Test
	final void sendsOneMailAfterTheOtherOnOneConnection() throws Exception {
		try (SendConnection connection = connect()) {
			for (String name : List.of("first", "second", "third")) {
				assertTrue(connection.isUsable());
				assertInstanceOf(SendOutcome.Accepted.class, connection.send(ContractMail.mail(name, BEN), Set.of(BEN), new Boundary(), null));
			}
		}
		assertEquals(3, delivered().size());
	}

	/** A protocol without an envelope has to rebuild the address lines, and says so before the boundary; see {@code MailSender.carriesEnvelope}. */
	@Test
	final void deliversToTheWantedRecipientsOnly() throws Exception {
		try (SendConnection connection = connect()) {
			connection.send(ContractMail.mail("some", BEN, CARL), Set.of(CARL), new Boundary(), null);
		}
		assertEquals(Set.of(CARL), lastRecipients());
	}

	@Test
	final void aRejectedMailIsRejected() throws Exception {
		serverWill(Mishap.REJECT_MAIL);
		SendOutcome outcome = send("rejected", new Boundary());
		assertInstanceOf(SendOutcome.Rejected.class, outcome);
		assertTrue(delivered().isEmpty());
	}

	@Test
	final void aMailRefusedForNowIsDeferred() throws Exception {
		serverWill(Mishap.DEFER_MAIL);
		assertInstanceOf(SendOutcome.Deferred.class, send("deferred", new Boundary()));
		assertTrue(delivered().isEmpty());
	}

	@Test
	final void aConnectionLostBeforeTheBoundaryLeavesNoDoubt() throws Exception {
		serverWill(Mishap.HANG_UP_BEFORE_BOUNDARY);
		Boundary boundary = new Boundary();
		SendOutcome outcome = send("lost", boundary);
		assertInstanceOf(SendOutcome.NotSent.class, outcome);
		assertTrue(((SendOutcome.NotSent) outcome).problem().kind().isTransient());
		assertEquals(0, boundary.calls());
	}

	@Test
	final void anAnswerLostAfterTheBoundaryIsInDoubt() throws Exception {
		serverWill(Mishap.LOSE_THE_ANSWER);
		Boundary boundary = new Boundary();
		assertInstanceOf(SendOutcome.InDoubt.class, send("doubt", boundary));
		assertEquals(1, boundary.calls());
	}

	@Test
	final void aConnectionIsNotUsableAfterALoss() throws Exception {
		serverWill(Mishap.LOSE_THE_ANSWER);
		try (SendConnection connection = connect()) {
			connection.send(ContractMail.mail("gone", BEN), Set.of(BEN), new Boundary(), null);
			assertFalse(connection.isUsable());
			assertInstanceOf(SendOutcome.NotSent.class, connection.send(ContractMail.mail("next", BEN), Set.of(BEN), new Boundary(), null));
		}
	}

	/** With the wrong credential. */
	private Problem refusal() throws ProblemException {
		if (authenticatesOnConnect()) {
			return assertThrows(ProblemException.class, () -> sender().connect(endpoint(), wrongCredential(), null)).problem();
		}
		try (SendConnection connection = sender().connect(endpoint(), wrongCredential(), null)) {
			assertFalse(connection.isAuthenticated());
			SendOutcome outcome = connection.send(ContractMail.mail("refused", BEN), Set.of(BEN), new Boundary(), null);
			assertFalse(connection.isUsable());
			return assertInstanceOf(SendOutcome.Declined.class, outcome).problem();
		}
	}

	@Test
	final void saysThatAndWhyACredentialWasRefused() throws Exception {
		Problem problem = refusal();
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
		assertFalse(problem.details().getOrDefault("reply", "").isBlank(), problem.toString());
		assertTrue(delivered().isEmpty());
	}

	@Test
	final void neverRepeatsASecretInAProblem() throws Exception {
		assertFalse(refusal().toString().contains(wrongSecret()));
		if (!authenticatesOnConnect()) {
			return;
		}
		ProblemException refused = assertThrows(ProblemException.class, () -> sender().connect(endpoint(), wrongCredential(), null));
		for (Throwable t = refused; t != null; t = t.getCause()) {
			assertFalse(String.valueOf(t.getMessage()).contains(wrongSecret()));
		}
	}

	@Test
	final void aCancelledMonitorEndsConnecting() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		Problem problem = assertThrows(ProblemException.class, () -> sender().connect(endpoint(), credential(), monitor)).problem();
		assertEquals(ProblemKind.CANCELLED, problem.kind());
	}

	@Test
	final void describesTheProtectionOfTheConnection() throws Exception {
		try (SendConnection connection = connect()) {
			if (!connection.isAuthenticated()) {
				connection.send(ContractMail.mail("described", BEN), Set.of(BEN), new Boundary(), null);
			}
			assertTrue(connection.isAuthenticated());
			assertTrue(connection.description().contains("TLSv1."), connection.description());
			assertTrue(connection.peer().server().matches(".+:[0-9]+"), connection.peer()::toString);
			assertTrue(connection.peer().tls().startsWith("TLSv1."), connection.peer()::toString);
			assertTrue(connection.peer().cipher().startsWith("TLS_"), connection.peer()::toString);
			assertFalse(connection.peer().mechanism().isEmpty(), connection.peer()::toString);
		}
	}

	@Test
	final void closesTwiceAndAfterAnAbortWithoutAWord() throws Exception {
		SendConnection connection = connect();
		connection.close();
		connection.close();
		SendConnection aborted = connect();
		aborted.abort();
		assertFalse(aborted.isUsable());
		aborted.close();
	}
}

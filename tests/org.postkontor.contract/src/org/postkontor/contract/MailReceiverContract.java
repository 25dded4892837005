package org.postkontor.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.Listing;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.postkontor.transport.ReceiveConnection.Watched;

/** What every {@link MailReceiver} promises, whatever its protocol. The stage is an empty mailbox on a server that behaves. */
public abstract class MailReceiverContract {
	private static final int MANY = 1000;

	protected abstract MailReceiver receiver();

	protected abstract Endpoint endpoint();

	protected abstract Credential credential();

	/** Same user, but the server refuses it. */
	protected abstract Credential wrongCredential();

	/** The secret inside {@link #wrongCredential}. */
	protected abstract String wrongSecret();

	/** Puts a mail into the mailbox. */
	protected abstract void deliver(byte[] mail);

	/** Another client takes the oldest mail out of the mailbox. */
	protected abstract void removeOldest();

	/** Whether all mails delivered so far are still there, as unread as they came. */
	protected abstract boolean isUntouched();

	private ReceiveConnection connect() throws ProblemException {
		return receiver().connect(endpoint(), credential(), null);
	}

	private static byte[] fetch(ReceiveConnection connection, RemoteMail mail) throws ProblemException {
		ByteArrayOutputStream sink = new ByteArrayOutputStream();
		connection.fetch(mail, sink, null);
		return sink.toByteArray();
	}

	private void deliverAll(String... names) {
		for (String name : names) {
			deliver(ContractMail.bytes(name));
		}
	}

	@Test
	final void speaksTheProtocolOfItsEndpoint() {
		assertEquals(endpoint().protocol(), receiver().protocol());
	}

	@Test
	final void anEmptyMailboxListsNothingAndCountsZero() throws Exception {
		try (ReceiveConnection connection = connect()) {
			assertTrue(connection.list(Optional.empty(), MANY, null).mails().isEmpty());
			assertEquals(0, connection.count());
		}
	}

	@Test
	final void listsOldestFirstAndFetchesTheBytesUnchanged() throws Exception {
		deliverAll("one", "two", "three");
		try (ReceiveConnection connection = connect()) {
			List<RemoteMail> mails = connection.list(Optional.empty(), MANY, null).mails();
			assertEquals(3, mails.size());
			assertArrayEquals(ContractMail.bytes("one"), fetch(connection, mails.get(0)));
			assertArrayEquals(ContractMail.bytes("three"), fetch(connection, mails.get(2)));
			assertEquals(3, connection.count());
		}
	}

	@Test
	final void saysTheSizeOfEachMail() throws Exception {
		deliverAll("sized");
		try (ReceiveConnection connection = connect()) {
			assertEquals(ContractMail.bytes("sized").length, connection.list(Optional.empty(), MANY, null).mails().get(0).size());
		}
	}

	@Test
	final void aMarkerFindsWhatCameSinceThen() throws Exception {
		deliverAll("old1", "old2");
		Listing first;
		try (ReceiveConnection connection = connect()) {
			first = connection.list(Optional.empty(), MANY, null);
		}
		deliverAll("new");
		try (ReceiveConnection connection = connect()) {
			Listing second = connection.list(Optional.of(first.marker()), MANY, null);
			Set<String> known = first.mails().stream().map(RemoteMail::uid).collect(Collectors.toSet());
			List<RemoteMail> fresh = second.mails().stream().filter(mail -> !known.contains(mail.uid())).toList();
			assertEquals(1, fresh.size());
			assertArrayEquals(ContractMail.bytes("new"), fetch(connection, fresh.get(0)));
			assertTrue(second.restart() || second.mails().size() == 1);
		}
	}

	@Test
	final void aMarkerWithNothingNewListsNothingNew() throws Exception {
		deliverAll("only");
		try (ReceiveConnection connection = connect()) {
			Listing first = connection.list(Optional.empty(), MANY, null);
			Listing second = connection.list(Optional.of(first.marker()), MANY, null);
			assertTrue(second.restart() ? second.mails().equals(first.mails()) : second.mails().isEmpty());
		}
	}

	@Test
	final void aWatchTellsOfAMailSinceTheListingOrThatItCannotTell() throws Exception {
		try (ReceiveConnection connection = connect()) {
			connection.list(Optional.empty(), MANY, null);
			deliverAll("watched");
			assertNotEquals(Watched.NOTHING, connection.watch(Duration.ofSeconds(30), null));
		}
	}

	@Test
	final void leavesTheMailboxAsItWas() throws Exception {
		deliverAll("untouched");
		try (ReceiveConnection connection = connect()) {
			fetch(connection, connection.list(Optional.empty(), MANY, null).mails().get(0));
		}
		assertTrue(isUntouched());
	}

	@Test
	final void aMailThatIsGoneIsAProblemOfThatMail() throws Exception {
		deliverAll("gone", "stays");
		try (ReceiveConnection connection = connect()) {
			List<RemoteMail> mails = connection.list(Optional.empty(), MANY, null).mails();
			removeOldest();
			try (ReceiveConnection later = connect()) {
				Problem problem = assertThrows(ProblemException.class, () -> fetch(later, mails.get(0))).problem();
				assertEquals(ProblemKind.MESSAGE, problem.kind());
				assertArrayEquals(ContractMail.bytes("stays"), fetch(later, mails.get(1)));
			}
		}
	}

	@Test
	final void deletesForGoodWhatItIsToldToOrSaysThatItDoesNot() throws Exception {
		deliverAll("deleted1", "kept", "deleted2");
		boolean deleted;
		try (ReceiveConnection connection = connect()) {
			List<RemoteMail> mails = connection.list(Optional.empty(), MANY, null).mails();
			List<RemoteMail> marked = new ArrayList<>();
			deleted = connection.delete(List.of(mails.get(0), mails.get(2)), told -> {
				assertTrue(isUntouched(), "told before anything is deleted");
				marked.addAll(told);
			}, null);
			assertEquals(deleted, !isUntouched());
			assertEquals(deleted ? List.of(mails.get(0), mails.get(2)) : List.of(), marked);
			if (deleted) {
				assertThrows(ProblemException.class, connection::count);
			} else {
				assertEquals(3, connection.count());
			}
		}
		try (ReceiveConnection connection = connect()) {
			List<RemoteMail> left = connection.list(Optional.empty(), MANY, null).mails();
			assertEquals(deleted ? 1 : 3, left.size());
			assertArrayEquals(ContractMail.bytes("kept"), fetch(connection, left.get(deleted ? 0 : 1)));
		}
	}

	@Test
	final void deletingAMailThatIsGoneIsNoError() throws Exception {
		deliverAll("gone", "stays");
		List<RemoteMail> mails;
		try (ReceiveConnection connection = connect()) {
			mails = connection.list(Optional.empty(), MANY, null).mails();
		}
		removeOldest();
		try (ReceiveConnection connection = connect()) {
			connection.delete(mails.subList(0, 1), marked -> {
			}, null);
		}
		assertTrue(isUntouched());
	}

	@Test
	final void saysThatAndWhyACredentialWasRefused() {
		Problem problem = assertThrows(ProblemException.class, () -> receiver().connect(endpoint(), wrongCredential(), null)).problem();
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
		assertFalse(problem.details().getOrDefault("reply", "").isBlank(), problem.toString());
	}

	@Test
	final void neverRepeatsASecretInAProblem() {
		ProblemException refused = assertThrows(ProblemException.class, () -> receiver().connect(endpoint(), wrongCredential(), null));
		for (Throwable t = refused; t != null; t = t.getCause()) {
			assertFalse(String.valueOf(t.getMessage()).contains(wrongSecret()));
		}
		assertFalse(refused.problem().toString().contains(wrongSecret()));
	}

	@Test
	final void aCancelledMonitorEndsConnecting() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		Problem problem = assertThrows(ProblemException.class, () -> receiver().connect(endpoint(), credential(), monitor)).problem();
		assertEquals(ProblemKind.CANCELLED, problem.kind());
	}

	@Test
	final void describesTheProtectionOfTheConnection() throws Exception {
		try (ReceiveConnection connection = connect()) {
			assertTrue(connection.description().contains("TLSv1."), connection.description());
		}
	}

	@Test
	final void closesTwiceAndAfterAnAbortWithoutAWord() throws Exception {
		ReceiveConnection connection = connect();
		connection.close();
		connection.close();
		ReceiveConnection aborted = connect();
		aborted.abort();
		aborted.close();
		assertThrows(ProblemException.class, aborted::count);
	}
}

package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.contract.ContractMail;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.Cut;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.RemoteMail;

/** Deleting from a maildrop: only what was meant, and only with the word of the server (RFC 1939, 5 and 6). */
class Pop3DeletionTest {
	private final Pop3Stage stage;
	private final List<String> reached = new ArrayList<>();

	private void reached(List<RemoteMail> marked) {
		marked.forEach(mail -> reached.add(mail.uid()));
	}

	Pop3DeletionTest() throws IOException {
		stage = Pop3Stage.implicit();
	}

	@BeforeEach
	void deliver() {
		for (String name : List.of("a", "b", "c")) {
			stage.peer.mail(name, ContractMail.bytes(name));
		}
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	private void delete(String... uids) throws ProblemException {
		try (ReceiveConnection connection = stage.connect()) {
			assertTrue(connection.delete(List.of(uids).stream().map(uid -> new RemoteMail(uid, 1)).toList(), this::reached, null));
		}
	}

	private Problem failing(String... uids) {
		return assertThrows(ProblemException.class, () -> delete(uids)).problem();
	}

	@Test
	void theServerIsToldOnceToEndTheSession() throws Exception {
		delete("a", "c");
		assertEquals(List.of("b"), stage.peer.uidls());
		assertEquals(1, stage.said("QUIT"));
		assertEquals(List.of("a", "c"), reached);
	}

	@Test
	void theUidCountsAndNotTheNumberOfAnEarlierSession() throws Exception {
		List<RemoteMail> before;
		try (ReceiveConnection connection = stage.connect()) {
			before = connection.list(Optional.empty(), 3, null).mails();
		}
		stage.peer.remove("a");
		try (ReceiveConnection connection = stage.connect()) {
			connection.delete(List.of(before.get(1)), this::reached, null);
		}
		assertEquals(List.of("c"), stage.peer.uidls());
	}

	@Test
	void nothingIsDeletedWhenTheConnectionBreaksBeforeTheEnd() {
		stage.peer.faults().on("DELE", 2, Reaction.reset());
		assertEquals(ProblemKind.NETWORK, failing("a", "b").kind());
		assertEquals(List.of("a", "b", "c"), stage.peer.uidls());
		assertEquals(0, stage.said("QUIT"));
		assertEquals(List.of(), reached);
	}

	@Test
	void nothingIsDeletedWhenTheEndDoesNotReachTheServer() {
		stage.peer.faults().next("QUIT", Reaction.cut(Cut.FIN));
		assertEquals(ProblemKind.NETWORK, failing("a", "b").kind());
		assertEquals(List.of("a", "b", "c"), stage.peer.uidls());
	}

	@Test
	void anAnswerThatGetsLostIsNoConfirmation() {
		stage.peer.faults().next("QUIT", conversation -> {
			stage.peer.remove("a");
			return Reaction.cut(Cut.FIN).react(conversation);
		});
		assertEquals(ProblemKind.NETWORK, failing("a").kind());
	}

	@Test
	void aServerThatCouldNotDeleteAllIsSaidSo() {
		stage.peer.faults().next("QUIT", conversation -> {
			stage.peer.remove("a");
			return Reaction.replyAndClose("-ERR some deleted messages not removed").react(conversation);
		});
		Problem problem = failing("a", "b");
		assertEquals("transport.not-deleted", problem.id());
		assertEquals(ProblemKind.SERVER, problem.kind());
		assertEquals("some deleted messages not removed", problem.details().get("reply"));
	}

	@Test
	void aMailThatTheServerRefusesToDeleteDoesNotKeepTheOthers() {
		stage.peer.faults().next("DELE", Reaction.reply("-ERR locked by another program"));
		assertEquals("locked by another program", failing("a", "b").details().get("reply"));
		assertEquals(List.of("b"), reached);
		assertEquals(List.of("a", "c"), stage.peer.uidls());
	}

	@Test
	void afterAnAnswerThatIsNoneNothingIsDeleted() {
		stage.peer.faults().on("DELE", 2, Reaction.reply("* OK deleted"));
		assertEquals("transport.protocol", failing("a", "b").id());
		assertEquals(List.of("a", "b", "c"), stage.peer.uidls());
		assertEquals(0, stage.said("QUIT"));
		assertEquals(List.of(), reached);
	}

	@Test
	void whoeverCannotWriteDownThatItBeginsKeepsItsMails() throws Exception {
		Problem disk = Problem.of("test.disk", ProblemKind.STORAGE, Fixer.USER, Remedy.NONE);
		try (ReceiveConnection connection = stage.connect()) {
			List<RemoteMail> mails = connection.list(Optional.empty(), 3, null).mails();
			assertEquals(disk, assertThrows(ProblemException.class, () -> connection.delete(mails, marked -> {
				throw new ProblemException(disk);
			}, null)).problem());
		}
		assertEquals(0, stage.said("QUIT"));
		assertEquals(List.of("a", "b", "c"), stage.peer.uidls());
	}

	@Test
	void whatWasMarkedStaysWhenItIsCancelled() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		stage.peer.faults().on("DELE", 2, conversation -> {
			monitor.setCanceled(true);
			return Reaction.silence().react(conversation);
		});
		Problem cancelled = assertThrows(ProblemException.class, () -> {
			try (ReceiveConnection connection = stage.connect()) {
				connection.delete(connection.list(Optional.empty(), 3, null).mails(), this::reached, monitor);
			}
		}).problem();
		assertEquals(ProblemKind.CANCELLED, cancelled.kind());
		assertEquals(List.of("a", "b", "c"), stage.peer.uidls());
	}

	@Test
	void aServerThatCannotNameMailsIsNotAskedToDeleteAny() {
		stage.peer.faults().always("UIDL", Reaction.reply("-ERR unknown command"));
		assertEquals("transport.no-uidl", failing("a").id());
		assertEquals(0, stage.said("DELE"));
		assertEquals(List.of("a", "b", "c"), stage.peer.uidls());
	}

	@Test
	void aUidThatTwoMailsHaveDeletesNeither() throws Exception {
		stage.peer.mail("a", ContractMail.bytes("another"));
		delete("a", "b");
		assertEquals(List.of("a", "c", "a"), stage.peer.uidls());
	}
}

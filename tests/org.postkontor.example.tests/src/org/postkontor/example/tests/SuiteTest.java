package org.postkontor.example.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.example.suite.CaseFileByMail;
import org.postkontor.example.suite.Letter;
import org.postkontor.example.suite.LetterByMail;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.StoredTransmissionLog;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.Wait;

/** The callers of a suite, on the real outbox with a server in memory. */
class SuiteTest {
	private static final Duration LIMIT = Duration.ofSeconds(20);
	private static final long MEGABYTE = 1_000_000;
	@TempDir
	Path folder;
	private final FakeClock clock = new FakeClock();
	private final FakeAccounts accounts = new FakeAccounts();
	private final TakingMailSender server = new TakingMailSender();
	private final ProblemTexts texts = Services.get(ProblemTexts.class);
	private Account office;
	private DurableOutbox outbox;
	private LetterByMail letters;
	private CaseFileByMail files;

	@BeforeEach
	void start() {
		office = FakeAccounts.account("kanzlei", Protocol.SMTP);
		accounts.save(office);
		open();
	}

	@AfterEach
	void close() {
		outbox.close();
	}

	@Test
	void aLetterIsSentWithItsDocumentAndTheSuiteSeesHow() throws Exception {
		List<MailState> seen = new CopyOnWriteArrayList<>();
		OutboxId id = letters.send(letter(document("brief.pdf", 10)), null);
		try (AutoCloseable watching = letters.observe(id, seen::add)) {
			assertNotNull(watching);
			outbox.drain(Optional.empty(), null);
			Wait.until("sent was told", () -> !seen.isEmpty() && done(seen.getLast()), LIMIT);
		}
		assertTrue(done(letters.progress(id).orElseThrow().state()));
		OutgoingMessage mail = server.taken.getFirst();
		assertEquals("Ihr Schreiben", mail.subject());
		assertTrue(content(mail).contains("brief.pdf"));
	}

	@Test
	void aLetterThatIsAcceptedOutlivesTheSuite() throws Exception {
		OutboxId id = letters.send(letter(document("brief.pdf", 10)), null);
		outbox.close();
		open();
		assertEquals(MailState.QUEUED, letters.progress(id).orElseThrow().state());
		outbox.drain(Optional.empty(), null);
		assertEquals(1, server.taken.size());
	}

	@Test
	void aSentLetterHasAProofForTheFileAlsoWhenItHasLeftTheOutbox() throws Exception {
		OutboxId id = letters.send(letter(document("brief.pdf", 10)), null);
		outbox.drain(Optional.empty(), null);
		outbox.remove(id);
		ByteArrayOutputStream page = new ByteArrayOutputStream();
		letters.proof(id, page);
		String proof = page.toString(java.nio.charset.StandardCharsets.UTF_8);
		assertTrue(proof.contains("<h1>Sendeprotokoll</h1>"), proof);
		assertTrue(proof.contains("Ihr Schreiben") && proof.contains("Vom Server angenommen") && proof.contains("mandant@example.test"), proof);
	}

	@Test
	void aRefusedLetterIsExplained() throws Exception {
		server.refuses = true;
		OutboxId id = letters.send(letter(document("brief.pdf", 10)), null);
		outbox.drain(Optional.empty(), null);
		LetterByMail.Progress progress = letters.progress(id).orElseThrow();
		assertEquals(MailState.REJECTED, progress.state());
		assertTrue(progress.explanation().isPresent());
	}

	@Test
	void withoutAnAccountTheSuiteIsToldWhoCanHelp() throws Exception {
		accounts.remove(office.id());
		Letter letter = letter(document("brief.pdf", 10));
		ProblemException e = assertThrows(ProblemException.class, () -> letters.send(letter, null));
		assertEquals("suite.no-account", e.problem().id());
		assertTrue(texts.explanation(e.problem(), Locale.GERMAN).contains("kanzlei@example.test"));
	}

	@Test
	void aCaseFileGoesInAsFewMailsAsTheLimitAllows() throws Exception {
		List<Path> documents = List.of(document("1.pdf", 4 * MEGABYTE), document("2.pdf", 5 * MEGABYTE), document("3.pdf", 2 * MEGABYTE), document("4.pdf", 9 * MEGABYTE));
		List<OutboxId> parts = files.send(office, "gericht@example.test", "12/26", documents, 13 * MEGABYTE, null);
		outbox.drain(Optional.empty(), null);
		assertEquals(3, parts.size());
		assertEquals(List.of("12/26 (Teil 1 von 3)", "12/26 (Teil 2 von 3)", "12/26 (Teil 3 von 3)"),
				server.taken.stream().map(OutgoingMessage::subject).toList());
		assertTrue(server.taken.stream().allMatch(mail -> mail.size() <= 13 * MEGABYTE));
		assertTrue(content(server.taken.getFirst()).contains("2.pdf"));
	}

	@Test
	void aCaseFileThatFitsIsOneMailWithoutANumber() throws Exception {
		files.send(office, "gericht@example.test", "12/26", List.of(document("1.pdf", MEGABYTE)), Long.MAX_VALUE, null);
		outbox.drain(Optional.empty(), null);
		assertEquals(List.of("12/26"), server.taken.stream().map(OutgoingMessage::subject).toList());
	}

	@Test
	void aCaseFileHeedsWhatTheServerOfTheAccountSaid() throws Exception {
		server.maxSize = OptionalLong.of(7 * MEGABYTE);
		letters.send(letter(document("brief.pdf", 10)), null);
		outbox.drain(Optional.empty(), null);
		List<OutboxId> parts = files.send(office, "gericht@example.test", "12/26", List.of(document("1.pdf", 4 * MEGABYTE), document("2.pdf", 4 * MEGABYTE)),
				Long.MAX_VALUE, null);
		assertEquals(2, parts.size());
	}

	@Test
	void aDocumentThatNoMailCanHoldIsNamedAndNothingIsAccepted() throws Exception {
		Path small = document("1.pdf", MEGABYTE);
		Path large = document("plan.pdf", 20 * MEGABYTE);
		ProblemException e = assertThrows(ProblemException.class,
				() -> files.send(office, "gericht@example.test", "12/26", List.of(small, large), Long.MAX_VALUE, null));
		assertTrue(texts.title(e.problem(), Locale.GERMAN).contains("plan.pdf"));
		assertTrue(texts.explanation(e.problem(), Locale.ENGLISH).contains("20.0 MB"));
		assertEquals(List.of(), outbox.entries());
	}

	@Test
	void nothingOfACaseFileIsLeftWhenADocumentIsMissing() throws Exception {
		Path first = document("1.pdf", 4 * MEGABYTE);
		Path gone = document("2.pdf", 4 * MEGABYTE);
		Files.delete(gone);
		ProblemException missing = assertThrows(ProblemException.class,
				() -> files.send(office, "gericht@example.test", "12/26", List.of(first, gone), 7 * MEGABYTE, null));
		assertEquals("message.attachment", missing.problem().id());
		assertEquals(List.of(), outbox.entries());
	}

	@Test
	void noPartIsAcceptedWhenALaterOneCannotBe() throws Exception {
		Path first = document("1.pdf", 4 * MEGABYTE);
		Path directory = Files.createDirectory(folder.resolve("2.pdf"));
		assertThrows(ProblemException.class, () -> files.send(office, "gericht@example.test", "12/26", List.of(first, directory), 5 * MEGABYTE + 500_000, null));
		assertEquals(List.of(), outbox.entries());
	}

	private void open() {
		outbox = new DurableOutbox(new Home(folder.resolve("home"), true), accounts, new FakeBroker(), List.of(server), List.of(),
				new StreamingMessageComposer(clock), clock);
		letters = new LetterByMail(accounts, outbox, new StoredTransmissionLog(outbox, texts, clock), texts);
		files = new CaseFileByMail(outbox);
	}

	private static boolean done(MailState state) {
		return state == MailState.SENT || state == MailState.FILED;
	}

	private static Letter letter(Path document) throws ProblemException {
		return new Letter(MailAddress.parse("kanzlei@example.test"), "mandant@example.test", "Ihr Schreiben", "Guten Tag", document);
	}

	private Path document(String name, long size) throws IOException {
		Path file = folder.resolve(name);
		try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
			written.setLength(size);
		}
		return file;
	}

	private static String content(OutgoingMessage mail) throws IOException {
		try (var in = mail.content().open()) {
			return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
		}
	}
}

package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.Protocol;
import org.postkontor.cli.ExitCode;
import org.postkontor.message.Draft;
import org.postkontor.problem.ProblemKind;

class SendTest {
	@TempDir
	Path folder;
	private Cli cli;
	private Account anna;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
		anna = cli.add("anna@example.test");
	}

	@Test
	void acceptsAMailAndSaysHowToFindItAgain() {
		Cli.Result result = send("--subject", "Grüße", "--text", "Hallo", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(Set.of("id", "account", "messageId", "size", "sha256"), result.json().keySet());
		assertEquals("draft-1", result.json().get("id").getAsString());
	}

	@Test
	void takesAllRecipientsAndAttachments() throws Exception {
		Path a = Files.writeString(folder.resolve("a"), "a");
		Path b = Files.writeString(folder.resolve("b"), "b");
		send("carl@example.test", "--cc", "d@example.test", "--bcc", "e@example.test", "--subject", "s", "--text", "t", "--attach", a.toString(), b.toString());
		Draft draft = cli.outbox.drafts.get(0);
		assertEquals(List.of("bert@example.test", "carl@example.test"), draft.to());
		assertEquals(List.of("d@example.test"), draft.cc());
		assertEquals(List.of("e@example.test"), draft.bcc());
		assertEquals(List.of(a, b), draft.attachments());
	}

	@Test
	void putsTheNameOfTheSenderInFront() {
		cli.accounts.save(new Account(anna.id(), "", anna.address(), "Anna \"A.\" Muster", anna.scope(), anna.endpoints()));
		send("--subject", "s", "--text", "t");
		assertEquals("\"Anna \\\"A.\\\" Muster\" <anna@example.test>", cli.outbox.drafts.get(0).from());
	}

	@Test
	void readsTheTextFromAFileOrTheStandardInput() throws Exception {
		Path file = Files.writeString(folder.resolve("text"), "\uFEFFaus der Datei: ü");
		send("--subject", "s", "--body-file", file.toString());
		cli.input = "von der Eingabe: ü".getBytes(StandardCharsets.UTF_8);
		send("--subject", "s", "--body-file", "-");
		assertEquals(List.of("aus der Datei: ü", "von der Eingabe: ü"), cli.outbox.drafts.stream().map(Draft::text).toList());
	}

	@Test
	void refusesATextThatIsNotUtf8() {
		cli.input = new byte[] { 'a', (byte) 0xfc };
		assertEquals(ExitCode.USAGE, send("--subject", "s", "--body-file", "-").code());
		assertTrue(cli.outbox.drafts.isEmpty());
	}

	@Test
	void refusesAMissingAttachmentBeforeAnythingIsAccepted() {
		assertEquals(ExitCode.USAGE, send("--subject", "s", "--text", "t", "--attach", folder.resolve("none").toString()).code());
		assertTrue(cli.outbox.drafts.isEmpty());
	}

	@Test
	void wantsSenderRecipientSubjectAndText() {
		assertEquals(ExitCode.USAGE, cli.run("send", "--to", "b@example.test", "--subject", "s", "--text", "t").code());
		assertEquals(ExitCode.USAGE, cli.run("send", "--from", "anna@example.test", "--subject", "s", "--text", "t").code());
		assertEquals(ExitCode.USAGE, send("--text", "t").code());
		assertEquals(ExitCode.USAGE, send("--subject", "s").code());
		assertEquals(ExitCode.USAGE, send("--subject", "s", "--text", "t", "--body-file", "-").code());
	}

	@Test
	void saysThatTheAccountOnlyReceives() {
		cli.add("only@example.test", "oauth", Protocol.IMAP);
		assertEquals(ExitCode.CONFIGURATION, cli.run("send", "--from", "only@example.test", "--to", "b@example.test", "--subject", "s", "--text", "t").code());
	}

	@Test
	void hasExitCodesForAFullDiskAndForAMailThatCannotBe() {
		cli.outbox.fails = Optional.of(ProblemKind.STORAGE);
		assertEquals(ExitCode.STORAGE, send("--subject", "s", "--text", "t").code());
		cli.outbox.fails = Optional.of(ProblemKind.MESSAGE);
		assertEquals(ExitCode.MESSAGE, send("--subject", "s", "--text", "t").code());
	}

	@Test
	void freezesACompleteMessageInsideTheHomeAndLeavesNothingBehind() throws Exception {
		Path eml = Files.writeString(folder.resolve("mail.eml"), "Subject: x\r\n\r\n");
		send("--bcc", "carl@Bücher.example", "--eml", eml.toString());
		assertEquals(List.of("bert@example.test", "carl@xn--bcher-kva.example"), cli.messages.envelope.orElseThrow().recipients());
		assertTrue(cli.messages.target.orElseThrow().startsWith(folder));
		assertFalse(Files.exists(cli.messages.target.orElseThrow().getParent()));
		assertEquals(1, cli.outbox.messages.size());
	}

	@Test
	void takesSeveralCompleteMessagesAtOnce() throws Exception {
		Path first = Files.writeString(folder.resolve("first.eml"), "Subject: x\r\n\r\n");
		Path second = Files.writeString(folder.resolve("second.eml"), "Subject: y\r\n\r\n");
		Cli.Result result = send("--eml", first.toString(), second.toString(), "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(2, result.json().getAsJsonArray("mails").size());
		assertEquals(2, cli.outbox.messages.size());
	}

	@Test
	void acceptsNoneOfSeveralFilesWhenOneIsMissing() throws Exception {
		Path there = Files.writeString(folder.resolve("there.eml"), "Subject: x\r\n\r\n");
		assertEquals(ExitCode.USAGE, send("--eml", there.toString(), folder.resolve("gone.eml").toString()).code());
		assertTrue(cli.outbox.messages.isEmpty());
	}

	@Test
	void spreadsFilesOverNumberedMailsIfItIsAllowed() throws Exception {
		Path a = file("a.pdf", 1_000_000);
		Path b = file("b.pdf", 1_000_000);
		Cli.Result result = send("--subject", "12/26", "--text", "t", "--attach", a.toString(), b.toString(), "--split", "2", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(2, result.json().getAsJsonArray("mails").size());
		assertEquals(List.of("12/26 (part 1 of 2)", "12/26 (part 2 of 2)"), cli.outbox.drafts.stream().map(Draft::subject).toList());
	}

	@Test
	void spreadsByWhatTheServerOfTheAccountTakes() throws Exception {
		cli.outbox.sizeLimit = OptionalLong.of(2_000_000);
		send("--subject", "s", "--text", "t", "--attach", file("a.pdf", 1_000_000).toString(), file("b.pdf", 1_000_000).toString(), "--split");
		assertEquals(2, cli.outbox.drafts.size());
		assertEquals(ExitCode.MESSAGE, send("--subject", "s", "--text", "t", "--attach", file("c.pdf", 3_000_000).toString(), "--split").code());
		assertEquals(2, cli.outbox.drafts.size());
	}

	@Test
	void spreadsNothingUnlessItIsAllowed() throws Exception {
		cli.outbox.sizeLimit = OptionalLong.of(2_000_000);
		send("--subject", "s", "--text", "t", "--attach", file("a.pdf", 1_000_000).toString(), file("b.pdf", 1_000_000).toString());
		assertEquals(1, cli.outbox.drafts.size());
	}

	@Test
	void refusesAnImpossibleLimit() throws Exception {
		for (String typed : List.of("0", "much", "1.5")) {
			assertEquals(ExitCode.USAGE, send("--subject", "s", "--text", "t", "--split=" + typed).code());
		}
		Path eml = Files.writeString(folder.resolve("mail.eml"), "Subject: x\r\n\r\n");
		assertEquals(ExitCode.USAGE, send("--eml", eml.toString(), "--split").code());
	}

	private Path file(String name, long size) throws IOException {
		Path file = folder.resolve(name);
		try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
			written.setLength(size);
		}
		return file;
	}

	@Test
	void takesEitherACompleteMessageOrItsParts() throws Exception {
		Path eml = Files.writeString(folder.resolve("mail.eml"), "Subject: x\r\n\r\n");
		assertEquals(ExitCode.USAGE, send("--eml", eml.toString(), "--subject", "s").code());
	}

	private Cli.Result send(String... more) {
		List<String> line = new ArrayList<>(List.of("send", "--from", "anna@example.test", "--to", "bert@example.test"));
		line.addAll(List.of(more));
		return cli.run(line.toArray(String[]::new));
	}
}

package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.servers.RealWorld;
import org.postkontor.testkit.Wait;

/** Mailboxes that are full, and those that POP3 empties or does not. */
@Tag("long")
@ExtendWith(RealServers.class)
class MailboxTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final String FULL = RealServers.FULL.address();
	private static final String POP = RealServers.POP.address();
	@TempDir
	static Path folder;
	private static Product product;

	@BeforeAll
	static void makeProduct(RealWorld world) throws Exception {
		product = new Product(folder.resolve("product"), world.files().resolve("branding.json"));
		String smtp = "localhost:" + world.mail().postfix().ports().implicit();
		product.run("account", "add", FULL, "--auth", "password", "--password-file", product.passwordFile(RealServers.FULL.password()).toString(), "--imap",
				"localhost:" + world.mail().modern().ports().imaps(), "--smtp", smtp).ok();
		product.run("account", "add", POP, "--auth", "password", "--password-file", product.passwordFile(RealServers.POP.password()).toString(), "--pop3",
				"localhost:" + world.mail().modern().ports().pop3s(), "--smtp", smtp).ok();
	}

	@Test
	void aMailIsSentEvenIfItsCopyFindsNoRoom(RealWorld world, Interop interop) throws Exception {
		Path file = Files.write(folder.resolve("file.bin"), new byte[100_000]);
		product.run("send", "--from", FULL, "--to", "copy@" + RealWorld.DOMAIN, "--subject", "no room", "--text", "t", "--attach", file.toString()).ok();
		product.run("outbox", "drain", FULL).ok();
		Outbox.Entry mail = Outbox.entry(new Outbox(product).entries(), "no room");
		assertEquals("SENT", mail.state(), mail::toString);
		assertEquals("outbox.not-filed", mail.problemId(), mail::toString);
		Wait.until("the mail arrived", () -> Mailbox.inbox(world, "copy@" + RealWorld.DOMAIN).count(mail.messageId()) == 1, LIMIT);
		assertEquals(0, new Mailbox(world, FULL, "Sent").files().size());
		interop.saw("Dovecot", "IMAP, TLS, PLAIN", "quota full: the mail counts as sent, the copy in Sent is tried again", mail.problem().getAsJsonObject("details").toString());
	}

	@Test
	void pop3LeavesMailsOnTheServerAndKeepsThoseThatAreDeletedThere(RealWorld world, Interop interop) throws Exception {
		deliver(world, "first", "second");
		assertEquals(2, received());
		Mailbox mailbox = Mailbox.inbox(world, POP);
		assertEquals(2, mailbox.files().size());
		assertEquals(0, received());
		Files.delete(mailbox.files().get(0));
		deliver(world, "third");
		assertEquals(1, received());
		assertEquals(3, product.run("inbox", "list", POP).ok().json().getAsJsonArray("mails").size());
		assertEquals(2, mailbox.files().size());
		interop.saw("Dovecot", "POP3, TLS, PLAIN", "mails stay on the server and come once (UIDL); one deleted there stays in the inbox here", "");
	}

	private static void deliver(RealWorld world, String... subjects) throws Exception {
		int before = Mailbox.inbox(world, POP).files().size();
		for (String subject : subjects) {
			product.run("send", "--from", POP, "--to", POP, "--subject", subject, "--text", "t").ok();
		}
		product.run("outbox", "drain", POP).ok();
		Wait.until("the mails arrived", () -> Mailbox.inbox(world, POP).files().size() == before + subjects.length, LIMIT);
	}

	private static int received() throws Exception {
		Product.Answer answer = product.run("inbox", "sync", POP).ok();
		assertTrue(answer.json().getAsJsonArray("accounts").size() == 1, answer::toString);
		return answer.json().getAsJsonArray("accounts").get(0).getAsJsonObject().get("received").getAsInt();
	}
}

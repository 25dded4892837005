package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.servers.RealWorld;
import org.postkontor.testkit.Wait;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** One mailbox, and programs that leave its mails there, keep them there for two weeks, or delete them at once. */
@Tag("long")
@ExtendWith(RealServers.class)
class Pop3DeletionTest {
	private static final int MANY = 30;
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final String ILSE = RealServers.ILSE.address();
	@TempDir
	static Path folder;

	@Test
	void onlyTheProgramThatIsToldSoDeletesAndOnlyWhatItHas(RealWorld world, Interop interop) throws Exception {
		Product leaving = product(world, "leaving", "yes");
		Product patient = product(world, "patient", "14");
		Product deleting = product(world, "deleting", "no");
		Mailbox mailbox = Mailbox.inbox(world, ILSE);
		deliver(leaving, mailbox, "first", "second");
		Map<String, byte[]> stored = stored(mailbox);
		assertEquals(2, received(leaving));
		assertEquals(2, received(patient));
		assertEquals(2, mailbox.files().size());
		assertEquals(2, received(deleting));
		assertEquals(0, mailbox.files().size(), "emptied");
		Map<String, byte[]> here = contents(deleting);
		assertEquals(stored.keySet(), here.keySet());
		for (Map.Entry<String, byte[]> mail : here.entrySet()) {
			assertArrayEquals(stored.get(mail.getKey()), mail.getValue(), mail.getKey());
		}
		deliver(leaving, mailbox, "third");
		assertEquals(1, received(leaving));
		assertEquals(0, received(leaving), "and stays there");
		assertEquals(1, received(deleting));
		assertEquals(0, mailbox.files().size());
		for (Product product : List.of(leaving, deleting)) {
			assertEquals(3, listed(product).size());
		}
		assertEquals(0, received(patient), "the third was gone before it came");
		assertEquals(2, listed(patient).size());
		interop.saw("Dovecot", "POP3, TLS, PLAIN", "mails deleted at once (DELE, QUIT): here byte for byte, and the mailbox is empty", "");
		interop.saw("Dovecot", "POP3, TLS, PLAIN", "mails left there, for good or for days, stay; deleted there by another program, they stay here", "");
	}

	@Test
	void aProgramThatIsKilledWhileItReceivesLosesNothingAndDoublesNothing(RealWorld world, Interop interop) throws Exception {
		Product deleting = product(world, "killed", "no");
		Mailbox mailbox = Mailbox.inbox(world, ILSE);
		List<String> command = new ArrayList<>(List.of("send", "--from", ILSE, "--to", ILSE, "--eml"));
		for (int i = 0; i < MANY; i++) {
			command.add(Files.writeString(folder.resolve("many" + i + ".eml"), "From: " + ILSE + "\r\nTo: " + ILSE + "\r\nSubject: many " + i
					+ "\r\nMessage-ID: <many" + i + "@example.test>\r\n\r\n" + ("." + "x".repeat(75) + "\r\n").repeat(10_000)).toString());
		}
		deleting.run(command.toArray(String[]::new)).ok();
		deleting.run("outbox", "drain", ILSE).ok();
		Wait.until("the mails arrived", () -> mailbox.files().size() == MANY, LIMIT);
		Product.Running sync = deleting.start("inbox", "sync", ILSE);
		Wait.until("some mails here", () -> !sync.process().isAlive() || files(deleting) > MANY / 6, LIMIT);
		sync.process().descendants().forEach(ProcessHandle::destroyForcibly);
		assertNotEquals(0, sync.process().destroyForcibly().waitFor(), "killed before its end");
		assertTrue(mailbox.files().size() == MANY || files(deleting) == MANY, "nothing is deleted before all is here");
		received(deleting);
		assertEquals(0, mailbox.files().size());
		List<String> subjects = listed(deleting).stream().map(mail -> mail.get("subject").getAsString()).toList();
		assertEquals(MANY, subjects.size());
		assertEquals(MANY, Set.copyOf(subjects).size());
		interop.saw("Dovecot", "POP3, TLS, PLAIN", "program that deletes at once killed while it receives: the next time all mails are here, once, and the mailbox is empty", "");
	}

	/** How many mails are complete on its disk. */
	private static long files(Product product) throws IOException {
		Path mails = product.folder().resolve("home/inbox/mail");
		if (Files.notExists(mails)) {
			return 0;
		}
		try (Stream<Path> files = Files.walk(mails)) {
			return files.filter(file -> file.toString().endsWith(".eml")).count();
		} catch (UncheckedIOException e) {
			return 0; // a temporary file was renamed meanwhile
		}
	}

	private static Product product(RealWorld world, String name, String leaveOnServer) throws Exception {
		Product product = new Product(folder.resolve(name), world.files().resolve("branding.json"));
		product.run("account", "add", ILSE, "--auth", "password", "--password-file", product.passwordFile(RealServers.ILSE.password()).toString(), "--pop3",
				"localhost:" + world.mail().modern().ports().pop3s(), "--leave-on-server", leaveOnServer, "--smtp",
				"localhost:" + world.mail().postfix().ports().implicit()).ok();
		return product;
	}

	private static void deliver(Product product, Mailbox mailbox, String... subjects) throws Exception {
		int before = mailbox.files().size();
		Path file = Files.write(folder.resolve("file.bin"), new byte[300_000]);
		for (String subject : subjects) {
			product.run("send", "--from", ILSE, "--to", ILSE, "--subject", subject, "--text", ".\n..\nFrom here\n", "--attach", file.toString()).ok();
		}
		product.run("outbox", "drain", ILSE).ok();
		Wait.until("the mails arrived", () -> mailbox.files().size() == before + subjects.length, LIMIT);
	}

	/** By Message-ID, as POP3 gives them out. */
	private static Map<String, byte[]> stored(Mailbox mailbox) throws Exception {
		Map<String, byte[]> mails = new TreeMap<>();
		for (StoredMail mail : mailbox.mails()) {
			mails.put(mail.messageId(), mail.withCrlf().bytes());
		}
		return mails;
	}

	private static int received(Product product) throws Exception {
		JsonObject answer = product.run("inbox", "sync", ILSE).ok().json();
		return answer.getAsJsonArray("accounts").get(0).getAsJsonObject().get("received").getAsInt();
	}

	/** By Message-ID, as the product has them. */
	private static Map<String, byte[]> contents(Product product) throws Exception {
		Map<String, byte[]> mails = new TreeMap<>();
		for (JsonObject mail : listed(product)) {
			Path raw = product.folder().resolve("raw" + mail.get("id").getAsString() + ".eml");
			product.run("inbox", "show", mail.get("id").getAsString(), "--raw", raw.toString()).ok();
			mails.put(mail.get("messageId").getAsString(), Files.readAllBytes(raw));
		}
		return mails;
	}

	private static List<JsonObject> listed(Product product) throws Exception {
		return product.run("inbox", "list", ILSE).ok().json().getAsJsonArray("mails").asList().stream().map(JsonElement::getAsJsonObject).toList();
	}
}

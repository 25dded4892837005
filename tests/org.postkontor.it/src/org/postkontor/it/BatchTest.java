package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.servers.RealWorld;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.idp.IdpUser;

import com.google.gson.JsonElement;

/** 200 mails in one batch: the token expires in the middle, servers restart in the middle, and every byte arrives once. */
@Tag("long")
@ExtendWith(RealServers.class)
@TestMethodOrder(OrderAnnotation.class)
class BatchTest {
	private static final int MAILS = 200;
	private static final Duration LIMIT = Duration.ofMinutes(4);
	private static final String SENDER = "serie@" + RealWorld.DOMAIN;
	private static final String ARCHIVE = RealServers.ARCHIVE.address();
	private static final String PASSWORD = "login-password";
	private static final int NETWORK = 5;
	@TempDir
	static Path folder;
	private static Product product;
	/** Digest of the frozen bytes by Message-ID. */
	private static final Map<String, String> frozen = new LinkedHashMap<>();

	@Test
	@Order(1)
	void everyMailIsHandedOverOnceThoughTheTokenExpiresAndTheServerRestarts(RealWorld world, Interop interop) throws Exception {
		product = new Product(folder.resolve("product"), world.files().resolve("branding.json"));
		world.provider().add(IdpUser.of(SENDER, PASSWORD));
		String imap = "localhost:" + world.mail().modern().ports().imaps();
		product.run("account", "add", SENDER, "--auth", "oauth", "--issuer", world.provider().issuer(), "--imap", imap, "--smtp",
				"localhost:" + world.mail().postfix().ports().implicit()).ok();
		product.signIn(SENDER, SENDER, PASSWORD).ok();
		submit();
		Product.Running drain = product.start("outbox", "drain");
		Mailbox archive = Mailbox.inbox(world, ARCHIVE);
		Wait.until("the first mails", () -> !drain.process().isAlive() || archive.files().size() >= 20, LIMIT);
		int requests = world.provider().tokenRequests();
		world.provider().expireAccessTokens(SENDER);
		Wait.until("a new token", () -> !drain.process().isAlive() || world.provider().tokenRequests() > requests, LIMIT);
		int before = archive.files().size();
		assertTrue(drain.process().isAlive(), () -> "the batch was over after " + before);
		Wait.until("more mails", () -> !drain.process().isAlive() || archive.files().size() >= before + 10, LIMIT);
		world.mail().postfix().restart();
		product.await(drain);
		assertEquals(requests + 1, world.provider().tokenRequests());
		product.run("outbox", "drain", "--wait", "--timeout", "200");
		compare(world, interop);
	}

	/** From 10 KB to 20 MB, a few of them large. */
	private static void submit() throws Exception {
		List<String> command = new ArrayList<>(List.of("send", "--from", SENDER, "--to", ARCHIVE, "--eml"));
		Random random = new Random(4);
		for (int i = 0; i < MAILS; i++) {
			int size = switch (i) {
			case 190 -> 20_000_000;
			case 140 -> 5_000_000;
			case 60, 110, 170 -> 1_000_000;
			default -> 10_000 + random.nextInt(i % 10 == 9 ? 200_000 : 30_000);
			};
			command.add(Files.write(folder.resolve("mail" + i + ".eml"), mail(i, size, random)).toString());
		}
		for (JsonElement mail : product.run(command.toArray(String[]::new)).ok().json().getAsJsonArray("mails")) {
			frozen.put(mail.getAsJsonObject().get("messageId").getAsString(), mail.getAsJsonObject().get("sha256").getAsString());
		}
		assertEquals(MAILS, frozen.size());
	}

	/** Lines that servers like to change: dots in front, blanks at the end, "From " in front, empty lines last. */
	private static byte[] mail(int number, int size, Random random) throws IOException {
		byte[] content = new byte[size * 3 / 4];
		random.nextBytes(content);
		ByteArrayOutputStream mail = new ByteArrayOutputStream();
		mail.write(("From: Serie <" + SENDER + ">\r\nTo: Archiv <" + ARCHIVE + ">\r\nSubject: Mail " + number + "\r\nX-Folded: one\r\n\t two\r\n"
				+ "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n.\r\n..\r\n.dot\r\nblanks  \t\r\nFrom here\r\n").getBytes(StandardCharsets.US_ASCII));
		mail.write(Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII)).encode(content));
		mail.write("\r\n\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		return mail.toByteArray();
	}

	private static void compare(RealWorld world, Interop interop) throws Exception {
		Map<String, Outbox.Entry> entries = new TreeMap<>();
		new Outbox(product).entries().forEach(entry -> entries.put(entry.messageId(), entry));
		List<Outbox.Entry> doubtful = entries.values().stream().filter(entry -> entry.state().equals("IN_DOUBT")).toList();
		List<Outbox.Entry> open = entries.values().stream().filter(entry -> !List.of("SENT", "FILED", "IN_DOUBT").contains(entry.state())).toList();
		assertEquals(List.of(), open);
		// Only a mail whose answer was lost with the server may be in doubt.
		assertTrue(doubtful.size() <= 1, doubtful::toString);
		Wait.until("an empty queue", () -> world.mail().postfix().queueIsEmpty(), LIMIT);
		Map<String, String> stored = new TreeMap<>();
		Map<String, String> handedOver = new TreeMap<>();
		for (StoredMail mail : Mailbox.inbox(world, ARCHIVE).mails()) {
			stored.put(mail.messageId(), mail.digest());
			// Postfix itself may deliver a mail again that it could not cross out before it was stopped; under the same number.
			assertEquals(mail.queueId(), handedOver.getOrDefault(mail.messageId(), mail.queueId()), () -> "handed over twice: " + mail.messageId());
			handedOver.put(mail.messageId(), mail.queueId());
		}
		assertFalse(handedOver.containsValue(""), handedOver::toString);
		Map<String, String> expected = new TreeMap<>(frozen);
		doubtful.stream().map(Outbox.Entry::messageId).filter(id -> !stored.containsKey(id)).forEach(expected::remove);
		assertEquals(expected, stored);
		Map<String, String> copies = new TreeMap<>();
		for (StoredMail mail : new Mailbox(world, SENDER, "Sent").mails()) {
			assertEquals(null, copies.put(mail.messageId(), mail.digest()), "a second copy: " + mail.messageId());
		}
		doubtful.stream().map(Outbox.Entry::messageId).forEach(expected::remove);
		assertEquals(expected, copies);
		interop.saw("Postfix", "SMTP, TLS, OAUTHBEARER", "200 mails of 10 KB to 20 MB: the token expires in the middle and is renewed once, the server restarts in the middle;"
				+ " every mail is handed over once and arrives byte for byte", "");
		interop.saw("Dovecot", "IMAP, TLS, OAUTHBEARER", "the copies of 200 mails in Sent are equal, byte for byte", "");
	}

	@Test
	@Order(2)
	void everyMailIsReceivedOnceThoughTheServerRestarts(RealWorld world, Interop interop) throws Exception {
		product.run("account", "add", ARCHIVE, "--auth", "password", "--password-file", product.passwordFile(RealServers.ARCHIVE.password()).toString(), "--imap",
				"localhost:" + world.mail().modern().ports().imaps(), "--smtp", "localhost:" + world.mail().postfix().ports().implicit()).ok();
		Product.Running sync = product.start("inbox", "sync", ARCHIVE);
		Wait.until("the first mails", () -> !sync.process().isAlive() || receivedFiles().size() >= 40, LIMIT);
		world.mail().modern().stop();
		Product.Answer broken = product.await(sync).with(NETWORK);
		world.mail().startAgain(world.mail().modern());
		product.run("inbox", "sync", ARCHIVE).ok();
		Map<String, String> stored = new TreeMap<>();
		for (StoredMail mail : Mailbox.inbox(world, ARCHIVE).mails()) {
			stored.put(mail.messageId(), mail.digest());
		}
		Map<String, String> received = new TreeMap<>();
		for (Path file : receivedFiles()) {
			StoredMail mail = StoredMail.read(file);
			received.put(mail.messageId(), mail.digest());
		}
		assertEquals(stored, received);
		assertEquals(Mailbox.inbox(world, ARCHIVE).files().size(), product.run("inbox", "list", ARCHIVE).ok().json().getAsJsonArray("mails").size());
		interop.saw("Dovecot", "IMAP, TLS, PLAIN", "the server restarts while mails are fetched: what came is kept, the rest follows with the next fetch, each once",
				broken.error().get("id").getAsString());
	}

	/** The only account that receives here; temporary files come and go beside these. */
	private static List<Path> receivedFiles() throws IOException {
		List<Path> mails = new ArrayList<>();
		Path inbox = product.folder().resolve("home/inbox/mail");
		if (Files.exists(inbox)) {
			try (var accounts = Files.newDirectoryStream(inbox)) {
				for (Path account : accounts) {
					try (var files = Files.newDirectoryStream(account, "*.eml")) {
						files.forEach(mails::add);
					}
				}
			}
		}
		return mails;
	}
}

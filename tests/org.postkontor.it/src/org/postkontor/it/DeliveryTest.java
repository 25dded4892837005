package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.servers.RealWorld;
import org.postkontor.testkit.Wait;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What Postfix says about recipients and mails, and what becomes of the mails. All are submitted and sent once, before the first test. */
@ExtendWith(RealServers.class)
class DeliveryTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final int MAILS_LEFT = 11;
	private static final String DORA = RealServers.DORA.address();
	private static final String EMIL = RealServers.EMIL.address();
	private static final String JOERG = at("jörg");
	/** Where Postfix stores what he gets. */
	private static final String JOERGS = at("international");
	private static final String POSTFIX = "SMTP, TLS, PLAIN";
	@TempDir
	static Path folder;
	private static Product product;
	private static List<Outbox.Entry> sent;
	private static String internationalDigest;

	@BeforeAll
	static void sendAll(RealWorld world) throws Exception {
		product = new Product(folder.resolve("product"), world.files().resolve("branding.json"));
		int imap = world.mail().modern().ports().imaps();
		add(product, DORA, RealServers.DORA.password(), imap, world.mail().postfix().ports().implicit(), "--sender-name", "Dörte Müßig, Büro");
		add(product, EMIL, RealServers.EMIL.password(), imap, world.mail().postfix().ports().small());
		for (String name : List.of("grey", "busy", "full", "nobody", "policy")) {
			send(name, at(name));
		}
		send("one bad of three", at("first"), at("nobody"), at("second"));
		send("one of three later", at("third"), at("busy"), at("fourth"));
		send("too many", IntStream.range(0, 7).mapToObj(i -> at("many" + i)).toArray(String[]::new));
		Path file = Files.writeString(folder.resolve("Übersicht März – Größe.txt"), "Inhalt");
		product.run("send", "--from", DORA, "--to", "empfang@büro.example.test", "--subject", "Grüße aus Köln – Ärger über Öl", "--text", "Straße\n", "--attach", file.toString()).ok();
		internationalDigest = send("international", JOERG).json().get("sha256").getAsString();
		Path large = Files.write(folder.resolve("large.bin"), new byte[200_000]);
		product.run("send", "--from", EMIL, "--to", at("first"), "--subject", "too large", "--text", "t", "--attach", large.toString()).ok();
		product.run("outbox", "drain").with(MAILS_LEFT);
		sent = new Outbox(product).entries();
	}

	private static void add(Product product, String address, String password, int imap, int smtp, String... more) throws Exception {
		List<String> command = new ArrayList<>(List.of("account", "add", address, "--auth", "password", "--password-file", product.passwordFile(password).toString(),
				"--imap", "localhost:" + imap, "--smtp", "localhost:" + smtp));
		command.addAll(List.of(more));
		product.run(command.toArray(String[]::new)).ok();
	}

	private static Product.Answer send(String subject, String... recipients) throws Exception {
		List<String> command = new ArrayList<>(List.of("send", "--from", DORA, "--subject", subject, "--text", "text", "--to"));
		command.addAll(List.of(recipients));
		return product.run(command.toArray(String[]::new)).ok();
	}

	private static String at(String name) {
		return name + "@" + RealWorld.DOMAIN;
	}

	private static void awaitOne(RealWorld world, String address, Outbox.Entry mail) throws Exception {
		Wait.until(address + " has the mail", () -> Mailbox.inbox(world, address).count(mail.messageId()) == 1, LIMIT);
	}

	@Test
	void aMailThatIsGreylistedWaitsAndPassesTheNextTime(RealWorld world, Interop interop) throws Exception {
		Outbox.Entry first = Outbox.entry(sent, "grey");
		assertEquals("QUEUED", first.state(), first::toString);
		assertTrue(first.reply(at("grey")).contains("451 4.7.1"), first::toString);
		product.run("outbox", "hold", first.id()).ok();
		product.run("outbox", "release", first.id()).ok();
		product.run("outbox", "drain");
		Outbox.Entry second = Outbox.entry(new Outbox(product).entries(), "grey");
		assertEquals("FILED", second.state(), second::toString);
		awaitOne(world, at("grey"), second);
		interop.saw("Postfix", POSTFIX, "greylisting: the mail waits and passes the next time", first.reply(at("grey")));
	}

	@Test
	void whoIsRefusedForNowIsTriedAgain(Interop interop) {
		for (String name : List.of("busy", "full")) {
			Outbox.Entry mail = Outbox.entry(sent, name);
			assertEquals("QUEUED", mail.state(), mail::toString);
			assertEquals("DEFERRED", mail.result(at(name)));
			assertFalse(mail.json().get("nextAttempt").isJsonNull());
			interop.saw("Postfix", POSTFIX, "4xx for the only recipient: the mail waits", mail.reply(at(name)));
		}
	}

	@Test
	void whoIsRefusedForGoodIsNotTriedAgain(Interop interop) {
		for (String name : List.of("nobody", "policy")) {
			Outbox.Entry mail = Outbox.entry(sent, name);
			assertEquals("REJECTED", mail.state(), mail::toString);
			assertTrue(mail.problem().toString().contains(name.equals("nobody") ? "550 5.1.1" : "554 5.7.1"), mail::toString);
			interop.saw("Postfix", POSTFIX, "5xx for the only recipient: the mail is refused, the answer is shown", mail.reply(at(name)));
		}
	}

	@Test
	void oneBadOfThreeDoesNotStopTheOthers(RealWorld world, Interop interop) throws Exception {
		Outbox.Entry mail = Outbox.entry(sent, "one bad of three");
		assertEquals("REJECTED", mail.result(at("nobody")));
		assertEquals("outbox.recipients-refused", mail.problemId());
		awaitOne(world, at("first"), mail);
		awaitOne(world, at("second"), mail);
		interop.saw("Postfix", POSTFIX, "one bad of three: two get it once, one is named", mail.reply(at("nobody")));
	}

	@Test
	void oneOfThreeForLaterWaitsAlone(RealWorld world, Interop interop) throws Exception {
		Outbox.Entry mail = Outbox.entry(sent, "one of three later");
		assertEquals("DEFERRED", mail.result(at("busy")));
		assertEquals("ACCEPTED", mail.result(at("third")));
		awaitOne(world, at("third"), mail);
		awaitOne(world, at("fourth"), mail);
		interop.saw("Postfix", POSTFIX, "4xx for one of three: two get it once, one waits", mail.reply(at("busy")));
	}

	@Test
	void moreRecipientsThanTheServerTakesAtOnceAreServedOneAfterTheOther(RealWorld world, Interop interop) throws Exception {
		Outbox.Entry first = Outbox.entry(sent, "too many");
		assertEquals("DEFERRED", first.result(at("many6")), first::toString);
		product.run("outbox", "hold", first.id()).ok();
		product.run("outbox", "release", first.id()).ok();
		product.run("outbox", "drain");
		Outbox.Entry second = Outbox.entry(new Outbox(product).entries(), "too many");
		assertEquals("FILED", second.state(), second::toString);
		for (int i = 0; i < 7; i++) {
			awaitOne(world, at("many" + i), second);
		}
		interop.saw("Postfix", POSTFIX, "seven recipients where five are allowed: the others follow in the next mail, each gets it once", first.reply(at("many6")));
	}

	@Test
	void aMailThatIsTooLargeIsNotEvenOffered(RealWorld world, Interop interop) throws Exception {
		Outbox.Entry mail = Outbox.entry(sent, "too large");
		assertEquals("outbox.too-large", mail.problemId(), mail::toString);
		assertEquals("HELD", mail.state(), mail::toString);
		assertEquals(0, Mailbox.inbox(world, at("first")).count(mail.messageId()));
		interop.saw("Postfix", POSTFIX, "a mail above the size that the server names is held before it is offered", "SIZE 100000");
	}

	@Test
	void theAccountTestLearnsTheLargestMailBeforeTheFirstOneIsSent(RealWorld world, Interop interop) throws Exception {
		Product fresh = new Product(folder.resolve("fresh"), world.files().resolve("branding.json"));
		add(fresh, EMIL, RealServers.EMIL.password(), world.mail().modern().ports().imaps(), world.mail().postfix().ports().small());
		fresh.run("account", "check", EMIL).ok();
		Path first = Files.write(folder.resolve("first.bin"), new byte[50_000]);
		Path second = Files.write(folder.resolve("second.bin"), new byte[50_000]);
		fresh.run("send", "--from", EMIL, "--to", at("first"), "--subject", "in parts", "--text", "t", "--attach", first.toString(), "--attach", second.toString(), "--split")
				.ok();
		assertEquals(List.of("in parts (part 1 of 2)", "in parts (part 2 of 2)"), new Outbox(fresh).entries().stream().map(Outbox.Entry::subject).toList());
		interop.saw("Postfix", POSTFIX, "the account test remembers the size that the server names: the first large mail goes in parts", "SIZE 100000");
	}

	@Test
	void anAddressWithAnUmlautBeforeTheAtGetsItsMailByteForByte(RealWorld world, Interop interop) throws Exception {
		Outbox.Entry mail = Outbox.entry(sent, "international");
		assertEquals("FILED", mail.state(), mail::toString);
		awaitOne(world, JOERGS, mail);
		StoredMail stored = Mailbox.inbox(world, JOERGS).mails().get(0).withCrlf();
		assertEquals(internationalDigest, stored.digest());
		String head = new String(stored.bytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2)[0];
		assertTrue(head.contains("\r\nTo: " + JOERG + "\r\n"), head);
		assertTrue(head.contains("with UTF8SMTPSA"), head);
		interop.saw("Postfix", POSTFIX, "umlaut before the @ (SMTPUTF8), stored by Postfix itself: the mail arrives byte for byte",
				mail.json().get("reply").getAsString());
	}

	@Test
	void theTransmissionLogNamesTheMailAsPostfixDoes(RealWorld world, Interop interop) throws Exception {
		Outbox.Entry mail = Outbox.entry(sent, "international");
		Path file = folder.resolve("transmission.json");
		product.run("outbox", "export", mail.id(), "--format", "json", "--out", file.toString()).ok();
		JsonObject logged = JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("mails").get(0).getAsJsonObject();
		assertEquals(mail.messageId(), logged.get("messageId").getAsString());
		assertEquals(1, logged.getAsJsonArray("attempts").size(), logged::toString);
		JsonObject attempt = logged.getAsJsonArray("attempts").get(0).getAsJsonObject();
		JsonObject peer = attempt.getAsJsonObject("peer");
		JsonObject reply = attempt.getAsJsonObject("reply");
		Pattern queued = Pattern.compile("cleanup\\[\\d+\\]: (\\w+): message-id=" + Pattern.quote(mail.messageId()) + "\\R");
		Wait.until("Postfix logs the mail", () -> queued.matcher(world.mail().postfix().log()).find(), LIMIT);
		Matcher postfix = queued.matcher(world.mail().postfix().log());
		assertTrue(postfix.find());
		assertEquals(postfix.group(1), reply.get("queueId").getAsString());
		assertEquals(250, reply.get("code").getAsInt());
		assertEquals("2.0.0", reply.get("enhancedCode").getAsString());
		assertTrue(reply.get("text").getAsString().endsWith("Ok: queued as " + postfix.group(1)), reply::toString);
		assertEquals("localhost:" + world.mail().postfix().ports().implicit(), peer.get("server").getAsString());
		assertEquals("PLAIN", peer.get("mechanism").getAsString());
		String tls = peer.get("tls").getAsString() + " with cipher " + peer.get("cipher").getAsString() + " ";
		assertTrue(tls.startsWith("TLSv1.3 ") && world.mail().postfix().log().contains(": " + tls), tls);
		interop.saw("Postfix", POSTFIX, "the transmission log has the queue id that Postfix logged, its decoded answer, its address, and the TLS version and cipher that it logged",
				reply.get("text").getAsString());
	}

	@Test
	void umlautsArriveInNamesSubjectAndFileNames(RealWorld world, Interop interop) throws Exception {
		String mailbox = "empfang@xn--bro-hoa.example.test";
		Outbox.Entry mail = Outbox.entry(sent, "Grüße aus Köln – Ärger über Öl");
		awaitOne(world, mailbox, mail);
		byte[] bytes = Mailbox.inbox(world, mailbox).mails().get(0).bytes();
		MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
		assertEquals("Grüße aus Köln – Ärger über Öl", message.getSubject());
		assertEquals("Dörte Müßig, Büro", ((InternetAddress) message.getFrom()[0]).getPersonal());
		String head = new StoredMail(bytes).text().split("\r\n\r\n", 2)[0];
		assertTrue(head.chars().allMatch(c -> c < 128), head);
		Multipart parts = (Multipart) message.getContent();
		assertEquals("Übersicht März – Größe.txt", MimeUtility.decodeText(parts.getBodyPart(1).getFileName()));
		interop.saw("Postfix", POSTFIX, "umlauts in sender's name, subject (RFC 2047) and file name (RFC 2231), to a domain with an umlaut (IDN)", mail.json().get("reply").getAsString());
	}
}

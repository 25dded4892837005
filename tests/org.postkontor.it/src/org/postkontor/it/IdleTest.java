package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.servers.MailUser;
import org.postkontor.it.servers.RealWorld;
import org.postkontor.testkit.Wait;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Mails that come while somebody watches the inbox. */
@Tag("long")
@ExtendWith(RealServers.class)
class IdleTest {
	/** Less than the five minutes after which a server is asked that cannot tell. */
	private static final Duration LIMIT = Duration.ofSeconds(90);
	/** What the system makes of a process that ended by SIGTERM. */
	private static final int TERMINATED = 143;
	private static final String GERDA = RealServers.GERDA.address();
	@TempDir
	static Path folder;

	@Test
	void aMailShowsUpOnceWhenItComesThoughTheServerRestarts(RealWorld world, Interop interop) throws Exception {
		var classic = world.mail().classic();
		Product sender = product(world, "sender", RealServers.DORA, "implicit", world.mail().modern().ports().imaps(), world.mail().postfix().ports().implicit());
		Product product = product(world, "watcher", RealServers.GERDA, "starttls", classic.ports().imap(), world.mail().postfix().ports().starttls());
		deliver(sender, "before");
		Wait.until("the first mail", () -> Mailbox.inbox(world, GERDA).files().size() == 1, LIMIT);
		Product.Running watch = product.start("inbox", "watch", GERDA);
		try {
			seen(watch, 1, "received");
			deliver(sender, "told");
			seen(watch, 2, "received");
			classic.stop();
			seen(watch, 1, "lost");
			deliver(sender, "meanwhile");
			Wait.until("the third mail", () -> Mailbox.inbox(world, GERDA).files().size() == 3, LIMIT);
			world.mail().startAgain(classic);
			seen(watch, 1, "regained");
			deliver(sender, "afterwards");
			seen(watch, 4, "received");
		} finally {
			watch.process().destroy();
		}
		Product.Answer answer = product.await(watch).with(TERMINATED);
		assertEquals(4, answer.json().get("received").getAsInt());
		List<String> subjects = new ArrayList<>();
		product.run("inbox", "list", GERDA).ok().json().getAsJsonArray("mails").forEach(mail -> subjects.add(mail.getAsJsonObject().get("subject").getAsString()));
		assertEquals(List.of("afterwards", "before", "meanwhile", "told"), subjects.stream().sorted().toList());
		JsonObject lost = events(watch).stream().filter(event -> is(event, "lost")).findFirst().orElseThrow().getAsJsonObject("problem");
		assertTrue(List.of("SERVER", "NETWORK").contains(lost.get("kind").getAsString()), lost::toString);
		interop.saw("Dovecot", "IMAP, STARTTLS, PLAIN",
				"a mail shows up when it comes (IDLE); the server restarts: what came meanwhile and what comes afterwards shows up, each once",
				lost.get("id").getAsString());
	}

	private static Product product(RealWorld world, String name, MailUser user, String tls, int imap, int smtp) throws Exception {
		Product product = new Product(folder.resolve(name), world.files().resolve("branding.json"));
		product.run("account", "add", user.address(), "--auth", "password", "--password-file", product.passwordFile(user.password()).toString(), "--tls", tls,
				"--imap", "localhost:" + imap, "--smtp", "localhost:" + smtp).ok();
		return product;
	}

	private static void deliver(Product sender, String subject) throws Exception {
		sender.run("send", "--from", RealServers.DORA.address(), "--to", GERDA, "--subject", subject, "--text", "t").ok();
		sender.run("outbox", "drain").ok();
	}

	/** Waits until the watch has told so many mails, or so many of other events. */
	private static void seen(Product.Running watch, int wanted, String name) {
		Wait.until(wanted + " " + name, () -> events(watch).stream().filter(event -> is(event, name))
				.mapToInt(event -> event.has("count") ? event.get("count").getAsInt() : 1).sum() == wanted, LIMIT);
	}

	private static boolean is(JsonObject event, String name) {
		return event.has("event") && event.get("event").getAsString().equals(name);
	}

	private static List<JsonObject> events(Product.Running watch) throws IOException {
		return Files.readString(watch.output()).lines().filter(line -> line.endsWith("}")).map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
	}
}

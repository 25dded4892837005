package org.postkontor.it.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.Interop;
import org.postkontor.it.InteropPage;
import org.postkontor.it.KeptLogs;
import org.postkontor.it.MailServersInstalled;
import org.postkontor.it.Product;
import org.postkontor.it.servers.HeldRecipients;
import org.postkontor.it.servers.RealMail;
import org.postkontor.testkit.Wait;

import com.google.gson.JsonObject;

/** Dovecot and Postfix that ask Keycloak whether a token is good, and what becomes of the product's work when one is not. */
@Tag("long")
@ExtendWith({ KeycloakExtension.class, MailServersInstalled.class, InteropPage.class })
@Timeout(600)
class KeycloakMailTest {
	private static final String REFRESH = "OpenID Connect, refresh tokens that are good once";
	private static final String HELD = "held@example.test";
	private static final Duration LIMIT = Duration.ofMinutes(3);
	/** Of an access token, as short as a busy machine allows. */
	private static final Duration LIFE = Duration.ofSeconds(6);
	private static final int PROCESSES = 3;
	/** More than go over two connections. */
	private static final int BATCH = 25;
	@TempDir
	static Path folder;
	private static RealMail mail;
	private static Realm realm;
	private static Desk desk;
	/** Keycloak's name for that of the desk. */
	private static Set<String> signIn = Set.of();

	@BeforeAll
	static void open(Keycloak keycloak, Interop interop) throws Exception {
		interop.version("Keycloak " + keycloak.version());
		interop.version(RealMail.dovecotVersion());
		interop.version(RealMail.postfixVersion());
		realm = Realm.create(keycloak, changed -> changed.addProperty("accessTokenLifespan", LIFE.toSeconds()));
		mail = RealMail.start(keycloak.authority(), realm.introspection(), List.of());
		desk = new Desk(folder.resolve("desk"), keycloak);
		desk.add(realm.issuer(), "--imap", "localhost:" + mail.modern().ports().imaps(), "--smtp", "localhost:" + mail.postfix().ports().implicit());
	}

	@AfterAll
	static void close() throws IOException {
		if (mail != null) {
			KeptLogs.keep(mail, "keycloak-");
			mail.close();
		}
	}

	@BeforeEach
	void signInUnlessThatLasts() throws Exception {
		if (signIn.isEmpty() || !realm.signIns().containsAll(signIn)) {
			signIn();
		}
	}

	private static void signIn() throws Exception {
		Set<String> before = realm.signIns();
		desk.signIn(realm.anna()).ok();
		signIn = new HashSet<>(realm.signIns());
		signIn.removeAll(before);
	}

	@Test
	void aTokenOfKeycloakOpensTheMailboxAndSendsByOauthBearer(Interop interop) throws Exception {
		assertWorks(desk, "TLS", "OAUTHBEARER", interop);
	}

	@Test
	void aTokenOfKeycloakOpensTheMailboxAndSendsByXoauth2(Keycloak keycloak, Interop interop) throws Exception {
		Desk other = new Desk(folder.resolve("other"), keycloak);
		other.add(realm.issuer(), "--tls", "starttls", "--imap", "localhost:" + mail.classic().ports().imap(), "--smtp",
				"localhost:" + mail.postfix().ports().starttls());
		other.signIn(realm.anna()).ok();
		assertWorks(other, "STARTTLS", "XOAUTH2", interop);
	}

	private static void assertWorks(Desk at, String security, String mechanism, Interop interop) throws Exception {
		Product.Answer check = at.run("account", "check", Realm.ANNA, "--test-mail").ok();
		assertTrue(check.json().get("passed").getAsBoolean(), check::toString);
		assertFalse(mail.logged("imap-login: Info: Login: user=<" + Realm.ANNA + ">", "method=" + mechanism, "TLS").isEmpty());
		assertFalse(mail.logged("sasl_method=" + mechanism, Realm.ANNA).isEmpty());
		interop.saw("Keycloak", "IMAP of Dovecot, " + security + ", " + mechanism, "its token (JWT) opens the mailbox", "");
		interop.saw("Keycloak", "SMTP of Postfix, " + security + ", " + mechanism, "its token (JWT) sends; the test mail arrives", "");
	}

	/** Mails are held at their recipient until the token that their connection was opened with has expired. */
	@Test
	void aTokenThatExpiresInTheMiddleOfABatchIsRenewed(Interop interop) throws Exception {
		List<String> command = new ArrayList<>(List.of("send", "--from", Realm.ANNA, "--to", HELD, "--eml"));
		for (int i = 0; i < BATCH; i++) {
			String text = "From: <" + Realm.ANNA + ">\r\nTo: <" + HELD + ">\r\nSubject: Serie " + i + "\r\n\r\nGuten Tag.\r\n";
			command.add(Files.writeString(folder.resolve("mail" + i + ".eml"), text).toString());
		}
		desk.run(command.toArray(String[]::new)).ok();
		Product.Running drain = desk.product().start("outbox", "drain", Realm.ANNA);
		int first = expiredAfter(drain, 4);
		int second = expiredAfter(drain, 10);
		assertTrue(second > first, () -> "refreshed " + first + ", then " + second + " times");
		mail.held().pass(BATCH);
		Product.Answer answer = desk.product().await(drain).ok();
		assertEquals(BATCH, answer.json().get("sent").getAsInt(), answer::toString);
		assertTrue(realm.events("REFRESH_TOKEN") > second);
		assertEquals(BATCH, mail.held().arrived(), "each mail was offered once");
		Wait.until("all mails", () -> mail.stored(HELD, "INBOX").size() == BATCH, LIMIT);
		interop.saw("Keycloak", REFRESH, "tokens expire twice in the middle of a batch of " + BATCH + " mails: they are renewed, every mail arrives once", "");
	}

	/** Lets so many mails pass and holds the next one until no token is good any more. @return how often a token was refreshed by then */
	private static int expiredAfter(Product.Running drain, int mails) throws Exception {
		HeldRecipients held = mail.held();
		int arrived = Math.max(1, held.arrived()) + mails;
		held.pass(mails);
		Wait.until("mail " + arrived, () -> !drain.process().isAlive() || held.arrived() >= arrived, LIMIT);
		expired();
		return realm.events("REFRESH_TOKEN");
	}

	/** All access tokens that were given out until now. */
	private static void expired() {
		Instant then = Instant.now().plus(LIFE);
		Wait.until("the end of the access tokens", () -> Instant.now().isAfter(then), LIMIT);
	}

	@Test
	void severalProcessesNeverUseARefreshTokenTwice(Interop interop) throws Exception {
		expired();
		int before = realm.events("REFRESH_TOKEN");
		int errors = realm.events("REFRESH_TOKEN_ERROR");
		List<Product.Running> running = new ArrayList<>();
		for (int i = 0; i < PROCESSES; i++) {
			running.add(desk.product().start("account", "check", Realm.ANNA));
		}
		for (Product.Running each : running) {
			desk.product().await(each).ok();
		}
		assertTrue(realm.events("REFRESH_TOKEN") > before);
		assertEquals(errors, realm.events("REFRESH_TOKEN_ERROR"));
		interop.saw("Keycloak", REFRESH, PROCESSES + " processes refresh at once: no token is used twice", "");
	}

	/** As after putting back a copy of the home folder from yesterday. */
	@Test
	void anOldRefreshTokenEndsTheSignInAndTheMailIsKept(Interop interop) throws Exception {
		Path vault = desk.home().resolve("vault");
		Path yesterday = folder.resolve("yesterday");
		copy(vault, yesterday);
		expired();
		desk.run("inbox", "sync", Realm.ANNA).ok();
		int errors = realm.events("REFRESH_TOKEN_ERROR");
		Set<String> others = new HashSet<>(realm.signIns());
		others.removeAll(signIn);
		copy(yesterday, vault);
		String id = desk.run("send", "--from", Realm.ANNA, "--to", Realm.ANNA, "--subject", "Von gestern", "--text", "Guten Tag.").ok().json().get("id").getAsString();
		Product.Answer drain = desk.run("outbox", "drain", Realm.ANNA).with(3);
		JsonObject problem = drain.json().getAsJsonArray("paused").get(0).getAsJsonObject().getAsJsonObject("problem");
		assertEquals("auth.sign-in-expired", problem.get("id").getAsString(), drain::toString);
		JsonObject details = problem.getAsJsonObject("details");
		assertEquals("invalid_grant", details.get("error").getAsString(), drain::toString);
		assertEquals("QUEUED", state(id));
		assertTrue(realm.events("REFRESH_TOKEN_ERROR") > errors);
		assertEquals(others, realm.signIns(), "Keycloak ends the whole sign-in, and no other");
		signIn();
		desk.run("outbox", "drain", Realm.ANNA).ok();
		assertEquals("FILED", state(id));
		interop.saw("Keycloak", REFRESH, "one used twice ends the sign-in: the mail waits, and goes after the next one", details.get("error").getAsString() + ": " + details.get("description").getAsString());
	}

	@Test
	void aSignInThatThePersonEndedElsewhereAsksForANewOne(Interop interop) throws Exception {
		realm.endSignIns();
		Product.Answer sync = desk.run("inbox", "sync", Realm.ANNA).with(3);
		assertEquals("auth.sign-in-expired", sync.problem(), sync::toString);
		interop.saw("Keycloak", REFRESH, "sign-ins ended by the person, elsewhere: a new one is asked for", sync.detail("error") + ": " + sync.detail("description"));
	}

	private static String state(String id) throws Exception {
		return desk.run("outbox", "show", id).ok().json().get("state").getAsString();
	}

	private static void copy(Path from, Path to) throws IOException {
		try (var files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = to.resolve(from.relativize(file));
				Files.createDirectories(target.getParent());
				Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}
}

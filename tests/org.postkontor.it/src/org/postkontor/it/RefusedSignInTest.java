package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.servers.RealWorld;
import org.postkontor.testkit.idp.IdpUser;

/** Tokens and passwords that real servers do not take, and what the product says then. */
@Tag("long")
@ExtendWith(RealServers.class)
class RefusedSignInTest {
	private static final int SIGN_IN_NEEDED = 3;
	private static final int CHECK_FAILED = 10;
	private static final String PASSWORD = "login-password";
	@TempDir
	static Path folder;
	private static Product product;

	@BeforeAll
	static void makeProduct(RealWorld world) throws Exception {
		product = new Product(folder.resolve("product"), world.files().resolve("branding.json"));
	}

	@Test
	void anExpiredTokenIsRenewedWithoutAsking(RealWorld world, Interop interop) throws Exception {
		String gina = person(world, product, "gina", false);
		product.run("inbox", "sync", gina).ok();
		int requests = world.provider().tokenRequests();
		world.provider().expireAccessTokens(gina);
		product.run("inbox", "sync", gina).ok();
		assertEquals(requests + 1, world.provider().tokenRequests());
		interop.saw("Dovecot", "IMAP, TLS, OAUTHBEARER", "expired token refused; the product renews it once and goes on, nobody is asked", "");
	}

	@Test
	void aRevokedSignInAsksForANewOne(RealWorld world, Interop interop) throws Exception {
		String hugo = person(world, product, "hugo", false);
		product.run("inbox", "sync", hugo).ok();
		world.provider().revokeAll(hugo);
		Product.Answer answer = product.run("inbox", "sync", hugo).with(SIGN_IN_NEEDED);
		assertEquals("SIGN_IN_NEEDED", answer.error().get("kind").getAsString(), answer::toString);
		interop.saw("Dovecot", "IMAP, TLS, OAUTHBEARER", "revoked token refused, and its renewal by the provider: a new sign-in is asked for",
				answer.error().get("id").getAsString());
	}

	@Test
	void theServersWordAboutAMissingScopeReachesTheExplanation(RealWorld world, Interop interop) throws Exception {
		Path branding = Files.writeString(world.files().resolve("narrow.json"),
				world.branding("openid email offline_access mail.receive", "openid email offline_access mail.send").toString());
		Product narrow = new Product(folder.resolve("narrow"), branding);
		refusedBothWays(world, narrow, person(world, narrow, "ina", false), false, "token without the scope that the server wants", interop);
		refusedBothWays(world, narrow, person(world, narrow, "jan", true), true, "token without the scope that the server wants", interop);
	}

	@Test
	void theServersWordAboutATokenOfSomebodyElseReachesTheExplanation(RealWorld world, Interop interop) throws Exception {
		String lena = "lena.muster@" + RealWorld.DOMAIN;
		world.provider().add(IdpUser.of(lena, PASSWORD));
		String kim = "kim.muster@" + RealWorld.DOMAIN;
		add(world, product, kim, true);
		product.signIn(kim, lena, PASSWORD, "--other-user", "shared").ok();
		refusedBothWays(world, product, kim, true, "token of another user", interop);
	}

	@Test
	void aWrongAppPasswordAsksForAnother(RealWorld world, Interop interop) throws Exception {
		String dora = RealServers.DORA.address();
		product.run("account", "add", dora, "--auth", "password", "--password-file", product.passwordFile("not-the-app-password").toString(), "--imap",
				"localhost:" + world.mail().modern().ports().imaps(), "--smtp", "localhost:" + world.mail().postfix().ports().implicit()).ok();
		Product.Answer check = product.run("account", "check", dora).with(CHECK_FAILED);
		for (String direction : new String[] { "receive", "send" }) {
			Report.Step step = new Report(check.json()).step(direction + ".sign-in");
			assertEquals("transport.password-refused", step.problem().get("id").getAsString(), check::toString);
			String reply = step.problem().getAsJsonObject("details").get("reply").getAsString();
			interop.saw(direction.equals("receive") ? "Dovecot" : "Postfix", (direction.equals("receive") ? "IMAP" : "SMTP") + ", TLS, PLAIN", "wrong app password refused", reply);
		}
	}

	/** @param classic at the servers that know XOAUTH2 only */
	private static String person(RealWorld world, Product product, String name, boolean classic) throws Exception {
		String address = name + ".muster@" + RealWorld.DOMAIN;
		world.provider().add(IdpUser.of(address, PASSWORD));
		add(world, product, address, classic);
		product.signIn(address, address, PASSWORD).ok();
		return address;
	}

	private static void add(RealWorld world, Product product, String address, boolean classic) throws Exception {
		var mail = world.mail();
		int imap = classic ? mail.classic().ports().imap() : mail.modern().ports().imaps();
		int smtp = classic ? mail.postfix().ports().starttls() : mail.postfix().ports().implicit();
		product.run("account", "add", address, "--auth", "oauth", "--issuer", world.provider().issuer(), "--tls", classic ? "starttls" : "implicit", "--imap",
				"localhost:" + imap, "--smtp", "localhost:" + smtp).ok();
	}

	private static void refusedBothWays(RealWorld world, Product product, String address, boolean classic, String what, Interop interop) throws Exception {
		Product.Answer check = product.run("account", "check", address).with(CHECK_FAILED);
		String access = classic ? "STARTTLS, XOAUTH2" : "TLS, OAUTHBEARER";
		for (String direction : new String[] { "receive", "send" }) {
			Report.Step step = new Report(check.json()).step(direction + ".sign-in");
			assertEquals("FAILED", step.result(), check::toString);
			String reply = step.problem().getAsJsonObject("details").get("reply").getAsString();
			assertTrue(reply.startsWith("{") && reply.contains(classic ? "\"status\":\"401\"" : "\"status\":\"invalid_token\""), check::toString);
			assertFalse(step.problem().get("explanation").getAsString().isBlank());
			interop.saw(direction.equals("receive") ? "Dovecot" : "Postfix", (direction.equals("receive") ? "IMAP, " : "SMTP, ") + access, what + " refused", reply);
		}
	}
}

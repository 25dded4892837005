package org.postkontor.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.it.servers.MailUser;
import org.postkontor.it.servers.RealWorld;
import org.postkontor.testkit.idp.IdpUser;

/** Every mechanism on every protocol, with tokens as long as real ones can be. */
@ExtendWith(RealServers.class)
class SignInTest {
	private static final int LONG = 2_500;
	private static final String PASSWORD = "login-password";
	@TempDir
	static Path folder;
	private static Product product;

	/** One account: what it receives and sends with, at which servers. */
	record Way(String receive, String send, String tls, String mechanism) {
		boolean oauth() {
			return !mechanism.equals("PLAIN");
		}

		String address() {
			return (receive + "." + mechanism).toLowerCase(java.util.Locale.ROOT) + "@" + RealWorld.DOMAIN;
		}

		@Override
		public String toString() {
			return mechanism + " for " + receive + " and " + send + ", " + tls;
		}
	}

	static Stream<Way> ways() {
		return Stream.of(new Way("imap", "Postfix", "implicit", "OAUTHBEARER"), new Way("imap", "Postfix", "starttls", "XOAUTH2"),
				new Way("pop3", "Postfix", "implicit", "OAUTHBEARER"), new Way("pop3", "Dovecot", "starttls", "XOAUTH2"),
				new Way("imap", "Postfix", "implicit", "PLAIN"), new Way("pop3", "Dovecot", "starttls", "PLAIN"));
	}

	@BeforeAll
	static void makeProduct(RealWorld world) throws Exception {
		world.provider().accessTokenLength(LONG);
		product = new Product(folder.resolve("product"), world.files().resolve("branding.json"));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void signsInBothWays(Way way, RealWorld world, Interop interop) throws Exception {
		Places places = new Places(world);
		String address = way.oauth() ? way.address() : way.receive().equals("imap") ? RealServers.DORA.address() : RealServers.EMIL.address();
		if (way.oauth()) {
			world.provider().add(IdpUser.of(address, PASSWORD));
			product.run("account", "add", address, "--auth", "oauth", "--issuer", world.provider().issuer(), "--tls", way.tls(), "--" + way.receive(),
					places.receive(way), "--smtp", places.send(way)).ok();
			product.signIn(address, address, PASSWORD).ok();
		} else {
			MailUser user = way.receive().equals("imap") ? RealServers.DORA : RealServers.EMIL;
			product.run("account", "add", address, "--auth", "password", "--password-file", product.passwordFile(user.password()).toString(), "--tls", way.tls(),
					"--" + way.receive(), places.receive(way), "--smtp", places.send(way)).ok();
		}
		Product.Answer check = product.run("account", "check", address, "--test-mail").ok();
		assertTrue(check.json().get("passed").getAsBoolean(), check::toString);
		Report report = new Report(check.json());
		String sending = report.step("roundtrip.send").detail();
		assertTrue(sending.contains("250 2.0.0"), sending);
		// The servers say by which mechanism somebody came in.
		String login = way.receive() + "-login: Info: Login: user=<" + address + ">";
		assertFalse(world.mail().logged(login, "method=" + way.mechanism(), "TLS").isEmpty(), () -> login);
		String sent = way.send().equals("Postfix") ? "sasl_method=" + way.mechanism() : "submission-login: Info: Login: user=<" + address + ">, method=" + way.mechanism();
		assertFalse(world.mail().logged(sent, address).isEmpty(), () -> sent);
		String token = way.oauth() ? "token of 2,500 characters" : "app password";
		String tls = way.tls().equals("implicit") ? "TLS" : "STARTTLS";
		interop.saw("Dovecot", way.receive().toUpperCase(java.util.Locale.ROOT) + ", " + tls + ", " + way.mechanism(), token + " accepted", report.step("receive.greeting").detail());
		interop.saw(way.send(), "SMTP, " + tls + ", " + way.mechanism(), token + " accepted; the test mail arrives", sending.replaceAll(".*; (250)", "$1"));
		assertEquals(1, world.mail().stored(address, "INBOX").size());
	}

	/** Host and port for each way. */
	private record Places(RealWorld world) {
		String receive(Way way) {
			var modern = world.mail().modern().ports();
			var classic = world.mail().classic().ports();
			boolean implicit = way.tls().equals("implicit");
			return "localhost:" + (way.receive().equals("imap") ? implicit ? modern.imaps() : classic.imap() : implicit ? modern.pop3s() : classic.pop3());
		}

		String send(Way way) {
			var postfix = world.mail().postfix().ports();
			return "localhost:" + (way.send().equals("Dovecot") ? world.mail().classic().ports().submission()
					: way.tls().equals("implicit") ? postfix.implicit() : postfix.starttls());
		}
	}
}

package org.postkontor.it.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.Interop;
import org.postkontor.it.InteropPage;
import org.postkontor.it.Product;

/** Signing in at Keycloak with a code that is typed on another device, by an application that has to use PKCE. */
@Tag("long")
@ExtendWith({ KeycloakExtension.class, InteropPage.class })
@Timeout(600)
class KeycloakDeviceCodeTest {
	private static final String ACCESS = "OpenID Connect, device code with PKCE";
	private static final String POLL = "device_code=";
	@TempDir
	static Path folder;
	private static Relay relay;
	private static Realm realm;
	private static Desk desk;

	@BeforeAll
	static void open(Keycloak keycloak, Interop interop) throws Exception {
		interop.version("Keycloak " + keycloak.version());
		relay = Relay.open(keycloak);
		realm = Realm.behind(relay, keycloak);
		desk = new Desk(folder, keycloak);
		desk.addWithoutMail(realm.issuer());
	}

	@AfterAll
	static void close() throws IOException {
		relay.close();
	}

	@Test
	void theSignInIsStoredOnceTheCodeWasTyped(Interop interop) throws Exception {
		Set<String> before = realm.signIns();
		Product.Answer answer = desk.signInByCode(realm.anna(), () -> {
		}).ok();
		assertTrue(answer.json().get("signedIn").getAsBoolean());
		assertFalse(before.containsAll(realm.signIns()));
		interop.saw("Keycloak", ACCESS, "signed in", "");
	}

	@Test
	void refusingOnTheOtherDeviceIsSaid(Interop interop) throws Exception {
		Set<String> before = realm.signIns();
		Product.Answer answer = desk.signInByCode(realm.anna().denying(), () -> {
		}).with(3);
		assertEquals("auth.denied", answer.problem(), answer::toString);
		assertEquals(before, realm.signIns());
		interop.saw("Keycloak", ACCESS, "refused on the other device: said as such", answer.detail("error"));
	}

	/** Somebody asks twice for one request of the product, so that Keycloak finds it too fast; the code is typed only then. */
	@Test
	void itAsksMoreSlowlyWhenKeycloakWantsThat(Interop interop) throws Exception {
		relay.sendTwice(POLL);
		int before = relay.seen(POLL).size();
		Product.Answer answer = desk.signInByCode(realm.anna(), () -> relay.await(POLL, before + 2)).ok();
		assertTrue(answer.json().get("signedIn").getAsBoolean());
		List<Relay.Seen> polls = relay.seen(POLL).subList(before, before + 3);
		assertEquals(List.of("authorization_pending", "slow_down", ""), polls.stream().map(poll -> poll.text("error")).toList());
		Duration between = Duration.between(polls.get(1).when(), polls.get(2).when());
		assertTrue(between.compareTo(Duration.ofSeconds(6)) >= 0, () -> "asked again after " + between); // 1 s, and 5 more (RFC 8628, 3.5)
		interop.saw("Keycloak", ACCESS, "asks at longer intervals after being told so", "slow_down: " + polls.get(1).text("error_description"));
	}
}

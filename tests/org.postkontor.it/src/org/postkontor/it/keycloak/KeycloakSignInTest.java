package org.postkontor.it.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.Interop;
import org.postkontor.it.InteropPage;
import org.postkontor.it.Product;

import com.google.gson.JsonObject;

/** Signing in at Keycloak in the browser: what the product asks for, and what becomes of an answer that is not its own. */
@Tag("long")
@ExtendWith({ KeycloakExtension.class, InteropPage.class })
@Timeout(600)
class KeycloakSignInTest {
	private static final String ACCESS = "OpenID Connect, code with PKCE";
	/** Of somebody else: the example of RFC 7636, appendix B. */
	private static final String OTHER_CHALLENGE = "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
	@TempDir
	static Path folder;
	private static Realm realm;
	private static Desk desk;

	@BeforeAll
	static void open(Keycloak keycloak, Interop interop) throws Exception {
		interop.version("Keycloak " + keycloak.version());
		realm = Realm.create(keycloak);
		desk = new Desk(folder.resolve("desk"), keycloak);
		desk.addWithoutMail(realm.issuer());
	}

	@Test
	void theIssuerIsFoundAndTheSignInIsStored(Interop interop) throws Exception {
		Set<String> before = realm.signIns();
		desk.signIn(realm.anna()).ok();
		assertEquals(200, desk.lastPage().status());
		assertFalse(before.containsAll(realm.signIns()));
		JsonObject stored = desk.run("signins", "list").ok().json().getAsJsonArray("signIns").get(0).getAsJsonObject();
		assertEquals(Realm.ANNA, stored.get("who").getAsString());
		assertEquals("oauth", stored.get("provider").getAsString());
		interop.saw("Keycloak", ACCESS, "signed in at an issuer found by discovery; scopes openid, email, offline_access", "");
	}

	@Test
	void theAnswerMayComeAsAForm(Interop interop) throws Exception {
		desk.signIn(realm.anna(), url -> URI.create(url + "&response_mode=form_post")).ok();
		assertEquals(200, desk.lastPage().status());
		assertEquals("/", desk.lastPage().uri().getPath());
		assertNull(desk.lastPage().uri().getQuery(), "posted, and not in the address");
		interop.saw("Keycloak", ACCESS, "the answer is taken as a form, too (form_post)", "");
	}

	@Test
	void aCodeForAnotherChallengeIsWorthNothing(Interop interop) throws Exception {
		Set<String> before = realm.signIns();
		Product.Answer answer = desk.signIn(realm.anna(), url -> URI.create(url.toString().replaceFirst("code_challenge=[^&]+", OTHER_CHALLENGE))).with(3);
		assertEquals(200, desk.lastPage().status(), "the person did what was asked");
		assertEquals("invalid_grant", answer.detail("error"), answer::toString);
		assertEquals("PKCE verification failed: Code mismatch", answer.detail("description"));
		assertEquals(before, realm.signIns());
		interop.saw("Keycloak", ACCESS, "a wrong code verifier is refused", answer.detail("error") + ": " + answer.detail("description"));
	}

	@Test
	void aRequestWithoutAChallengeIsRefused(Interop interop) throws Exception {
		Product.Answer answer = desk.signIn(realm.anna(), url -> URI.create(url.toString().replaceAll("&code_challenge(_method)?=[^&]+", ""))).with(7);
		assertEquals("auth.request-refused", answer.problem(), answer::toString);
		assertEquals("Missing parameter: code_challenge_method", answer.detail("description"));
		interop.saw("Keycloak", ACCESS, "a request without a challenge is refused", answer.detail("error") + ": " + answer.detail("description"));
	}

	@Test
	void refusingTheRightsIsSaid(Keycloak keycloak, Interop interop) throws Exception {
		Realm asking = Realm.create(keycloak, changed -> Realm.client(changed).addProperty("consentRequired", true));
		Desk other = new Desk(folder.resolve("asked"), keycloak);
		other.addWithoutMail(asking.issuer());
		Product.Answer refused = other.signIn(asking.anna().wrongPasswordFirst().denying()).with(3);
		assertEquals("auth.denied", refused.problem(), refused::toString);
		other.signIn(asking.anna()).ok();
		interop.saw("Keycloak", ACCESS, "a consent page refused: said as such; agreed to: signed in", refused.detail("error"));
	}

	@Test
	void anIssuerWithoutTlsIsRefusedBeforeItIsAsked(Keycloak keycloak) throws Exception {
		Desk other = new Desk(folder.resolve("plain"), keycloak);
		other.addWithoutMail(realm.issuer().replace(keycloak.url(), keycloak.plainUrl()));
		Product.Answer answer = other.signIn(realm.anna()).with(7);
		assertEquals("auth.issuer-unknown", answer.problem(), answer::toString);
		assertFalse(answer.output().contains("open-browser"), answer::toString);
	}

	@Test
	void afterSigningOutTheTokensAreWorthNothing(Keycloak keycloak, Interop interop) throws Exception {
		try (Relay relay = Relay.open(keycloak)) {
			Realm front = Realm.behind(relay, keycloak);
			Desk other = new Desk(folder.resolve("leaving"), keycloak);
			other.addWithoutMail(front.issuer());
			other.signIn(front.anna()).ok();
			Relay.Seen tokens = relay.seen("grant_type=authorization_code").getLast();
			JsonObject good = front.introspect(tokens.text("access_token"));
			assertTrue(good.get("active").getAsBoolean(), good::toString);
			assertEquals(Realm.ANNA, good.get("email").getAsString());
			assertEquals(1, front.signIns().size());
			Product.Answer out = other.run("signout", Realm.ANNA).ok();
			assertFalse(out.json().get("signedIn").getAsBoolean());
			assertEquals("{\"active\":false}", front.introspect(tokens.text("access_token")).toString());
			assertEquals("{\"active\":false}", front.introspect(tokens.text("refresh_token")).toString());
			assertEquals(Set.of(), front.signIns());
			interop.saw("Keycloak", "revocation (RFC 7009)", "signing out ends the sign-in there: introspection calls access and refresh token inactive", "{\"active\":false}");
		}
	}
}

package org.postkontor.it.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.it.Interop;
import org.postkontor.it.InteropPage;
import org.postkontor.it.Product;
import org.postkontor.testkit.Canary;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Checking a registration at Keycloak: each mistake of an administrator is named exactly. */
@Tag("long")
@ExtendWith({ KeycloakExtension.class, InteropPage.class })
@Timeout(600)
class KeycloakRegistrationTest {
	private static final String ACCESS = "OpenID Connect, check of the registration";
	private static final String WITHOUT_SLASH = "postkontor-without-slash";
	private static final String WITH_SECRET = "postkontor-with-secret";
	private static final int CHECK_FAILED = 10;
	@TempDir
	static Path folder;
	private static Realm realm;
	private static Desk desk;

	@BeforeAll
	static void open(Keycloak keycloak, Interop interop) throws Exception {
		interop.version("Keycloak " + keycloak.version());
		realm = Realm.create(keycloak, KeycloakRegistrationTest::register);
		String another = Canary.create("keycloak-client").value();
		desk = Desk.withSecret(folder, keycloak, realm.issuer(), WITH_SECRET, another);
		desk.addWithoutMail(realm.issuer());
	}

	/** The one that is right, and two with mistakes. */
	private static void register(JsonObject realm) {
		JsonArray redirects = new JsonArray();
		redirects.add("http://localhost");
		JsonObject withoutSlash = Realm.client(realm).deepCopy();
		withoutSlash.addProperty("clientId", WITHOUT_SLASH);
		withoutSlash.add("redirectUris", redirects);
		realm.getAsJsonArray("clients").add(withoutSlash);
		JsonObject withSecret = Realm.client(realm).deepCopy();
		withSecret.addProperty("clientId", WITH_SECRET);
		withSecret.addProperty("publicClient", false);
		withSecret.addProperty("secret", Canary.create("keycloak-client").value());
		realm.getAsJsonArray("clients").add(withSecret);
	}

	@Test
	void aRightRegistrationPassesEveryStep(Interop interop) throws Exception {
		Product.Answer answer = desk.inTheBrowser(realm.anna(), url -> url, "register", "check", Realm.ANNA, "--no-browser").ok();
		assertEquals(Map.of("ENDPOINTS", "PASSED", "CLIENT_KNOWN", "PASSED", "CLIENT_KIND", "PASSED", "REDIRECT", "PASSED", "RIGHTS", "PASSED", "REFRESH", "PASSED"), steps(answer));
		interop.saw("Keycloak", ACCESS, "a right one passes all six steps", "");
	}

	@Test
	void anUnknownClientIsNamed(Interop interop) throws Exception {
		Product.Answer answer = desk.run("register", "check", Realm.ANNA, "--no-sign-in", "--client-id", "postkonto").with(CHECK_FAILED);
		JsonObject problem = assertMistake("CLIENT_KNOWN", "auth.client-not-known", answer);
		assertEquals("postkonto", problem.getAsJsonObject("values").get("client").getAsString());
		interop.saw("Keycloak", ACCESS, "an unknown client id is named", status(problem));
	}

	/** Keycloak takes any port of a loopback address by itself, but no other path. */
	@Test
	void aRedirectWithoutItsSlashIsNamedAndSoIsTheRightOne(Interop interop) throws Exception {
		Product.Answer answer = desk.run("register", "check", Realm.ANNA, "--no-sign-in", "--client-id", WITHOUT_SLASH).with(CHECK_FAILED);
		JsonObject problem = assertMistake("REDIRECT", "auth.redirect-refused", answer);
		assertEquals("http://localhost/", problem.getAsJsonObject("values").get("redirect").getAsString());
		interop.saw("Keycloak", ACCESS, "a redirect that is not the registered one is named", status(problem));
	}

	@Test
	void aWrongSecretIsNamed(Interop interop) throws Exception {
		Product.Answer answer = desk.run("register", "check", Realm.ANNA, "--no-sign-in", "--client-id", WITH_SECRET, "--client-auth", "client_secret_basic").with(CHECK_FAILED);
		JsonObject details = assertMistake("CLIENT_KIND", "auth.client-secret-refused", answer).getAsJsonObject("details");
		interop.saw("Keycloak", ACCESS, "a wrong client secret is named", details.get("error").getAsString() + ": " + details.get("description").getAsString());
	}

	/** Of the sign-in page that shows the mistake. */
	private static String status(JsonObject problem) {
		return "HTTP " + problem.getAsJsonObject("details").get("status").getAsString();
	}

	private static JsonObject assertMistake(String step, String problem, Product.Answer answer) {
		JsonObject failed = new JsonObject();
		for (JsonElement each : answer.json().getAsJsonArray("steps")) {
			if (each.getAsJsonObject().get("result").getAsString().equals("FAILED")) {
				failed = each.getAsJsonObject();
			}
		}
		assertEquals(step, failed.get("step").getAsString(), answer::toString);
		assertEquals(problem, failed.getAsJsonObject("problem").get("id").getAsString(), answer::toString);
		return failed.getAsJsonObject("problem");
	}

	private static Map<String, String> steps(Product.Answer answer) {
		Map<String, String> steps = new TreeMap<>();
		answer.json().getAsJsonArray("steps").forEach(step -> steps.put(step.getAsJsonObject().get("step").getAsString(), step.getAsJsonObject().get("result").getAsString()));
		return steps;
	}
}

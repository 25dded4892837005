package org.postkontor.testkit.tests.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.testkit.tests.idp.IdpHarness.ANNA;
import static org.postkontor.testkit.tests.idp.IdpHarness.text;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.testkit.peer.HttpAnswer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class TokenTest {

	private IdpHarness world;

	@BeforeEach
	void start() throws Exception {
		world = new IdpHarness();
	}

	@AfterEach
	void stop() {
		world.close();
	}

	@Test
	void aCodeWithItsVerifierGivesShortTokens() throws Exception {
		JsonObject tokens = world.tokens();
		assertEquals("Bearer", text(tokens, "token_type"));
		assertEquals("openid email offline_access mail", text(tokens, "scope"));
		assertTrue(text(tokens, "access_token").length() <= 64);
		assertEquals(3600, tokens.get("expires_in").getAsInt());
	}

	@Test
	void aWrongVerifierIsRefused() throws Exception {
		world.signIn(world.authorization());
		JsonObject answer = world.redeem(world.received().get("code"), "another-verifier-of-at-least-43-characters-abc");
		assertEquals("invalid_grant", text(answer, "error"));
	}

	@Test
	void aCodeUsedTwiceEndsWhatItGave() throws Exception {
		JsonObject tokens = world.tokens();
		assertEquals("invalid_grant", text(world.redeem(world.received().get("code"), IdpHarness.VERIFIER), "error"));
		assertFalse(world.introspect(text(tokens, "access_token")).get("active").getAsBoolean());
	}

	@Test
	void aRefreshRotatesTheRefreshToken() throws Exception {
		JsonObject first = world.tokens();
		JsonObject second = world.refresh(text(first, "refresh_token"));
		assertNotEquals(text(first, "refresh_token"), text(second, "refresh_token"));
		assertNotEquals("", text(world.refresh(text(second, "refresh_token")), "access_token"));
	}

	@Test
	void aReusedRefreshTokenKillsItsWholeFamily() throws Exception {
		JsonObject first = world.tokens();
		JsonObject second = world.refresh(text(first, "refresh_token"));
		assertEquals("invalid_grant", text(world.refresh(text(first, "refresh_token")), "error"));
		assertEquals("invalid_grant", text(world.refresh(text(second, "refresh_token")), "error"));
		assertFalse(world.introspect(text(second, "access_token")).get("active").getAsBoolean());
	}

	@Test
	void accessTokensAreAsLongAsTold() throws Exception {
		world.idp.accessTokenLength(2_500);
		String token = text(world.tokens(), "access_token");
		assertEquals(2_500, token.length());
		assertEquals(ANNA, text(world.introspect(token), "username"));
	}

	@Test
	void introspectionNamesTheUserUntilTheTokenExpires() throws Exception {
		String token = text(world.tokens(), "access_token");
		JsonObject active = world.introspect(token);
		assertEquals(ANNA, text(active, "username"));
		assertEquals(ANNA, text(active, "email"));
		assertTrue(text(active, "scope").contains("mail"));
		world.clock.advance(Duration.ofHours(1));
		assertFalse(world.introspect(token).get("active").getAsBoolean());
	}

	@Test
	void introspectionIsForConfidentialClientsOnly() throws Exception {
		JsonObject answer = world.post(world.idp.introspectionEndpoint(),
				Map.of("client_id", "postkontor-demo", "token", "x"));
		assertEquals("invalid_client", text(answer, "error"));
	}

	@Test
	void aRevokedRefreshTokenTakesItsAccessTokensAlong() throws Exception {
		JsonObject tokens = world.tokens();
		world.send(world.idp.revocationEndpoint(),
				Map.of("client_id", "postkontor-demo", "token", text(tokens, "refresh_token")));
		assertEquals("invalid_grant", text(world.refresh(text(tokens, "refresh_token")), "error"));
		assertFalse(world.introspect(text(tokens, "access_token")).get("active").getAsBoolean());
	}

	@Test
	void expiredAccessTokensLeaveTheRefreshTokenGood() throws Exception {
		JsonObject tokens = world.tokens();
		world.idp.expireAccessTokens(ANNA);
		assertFalse(world.introspect(text(tokens, "access_token")).get("active").getAsBoolean());
		assertNotEquals("", text(world.refresh(text(tokens, "refresh_token")), "access_token"));
	}

	@Test
	void theIdTokenIsSignedByThePublishedKey() throws Exception {
		String[] parts = text(world.tokens(), "id_token").split("\\.");
		JsonObject metadata = world.get(world.idp.issuer() + "/.well-known/openid-configuration");
		JsonObject key = world.get(text(metadata, "jwks_uri")).getAsJsonArray("keys").get(0).getAsJsonObject();
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(number(text(key, "n")), number(text(key, "e")))));
		signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
		assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
		JsonObject claims = JsonParser
				.parseString(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
				.getAsJsonObject();
		assertEquals("n-1", text(claims, "nonce"));
		assertEquals(ANNA, text(claims, "preferred_username"));
		assertEquals(world.idp.issuer(), text(claims, "iss"));
		assertEquals("postkontor-demo", text(claims, "aud"));
	}

	private static BigInteger number(String base64) {
		return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
	}

	@Test
	void injectedAnswersComeFirstAndAreCounted() throws Exception {
		world.idp.nextTokenAnswer(HttpAnswer.html(200, "<h1>Please accept the terms of this network</h1>"));
		world.idp.nextTokenAnswer(HttpAnswer.noAnswer());
		assertTrue(world.send(world.idp.tokenEndpoint(), Map.of()).body().contains("terms"));
		assertThrows(IOException.class, () -> world.send(world.idp.tokenEndpoint(), Map.of()));
		assertTrue(world.idp.tokenRequests() >= 2);
		assertEquals("invalid_client", text(world.post(world.idp.tokenEndpoint(), Map.of()), "error"));
	}

	@Test
	void listenersHearOfATokenBeforeTheClientHasIt() throws Exception {
		List<String> heard = new ArrayList<>();
		world.idp.onTokenIssued((user, token) -> heard.add(user.username() + " " + token));
		assertEquals(List.of(ANNA + " " + text(world.tokens(), "access_token")), heard);
	}
}

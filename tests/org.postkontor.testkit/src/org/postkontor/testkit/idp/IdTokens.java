package org.postkontor.testkit.idp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Signs ID tokens with RS256 (RFC 7515, 7518) and publishes the key. */
final class IdTokens {

	private static final Duration VALID = Duration.ofMinutes(5);
	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	/** One key per VM, made when first needed: making it takes longer than most tests. */
	private static final class Key {
		static final String ID = Secrets.token().substring(35);
		static final KeyPair PAIR = make();

		private static KeyPair make() {
			try {
				KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
				generator.initialize(2048);
				return generator.generateKeyPair();
			} catch (GeneralSecurityException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	private final Clock clock;

	IdTokens(Clock clock) {
		this.clock = clock;
	}

	String sign(String issuer, Grant grant) {
		JsonObject header = new JsonObject();
		header.addProperty("alg", "RS256");
		header.addProperty("typ", "JWT");
		header.addProperty("kid", Key.ID);
		JsonObject claims = claims(grant);
		claims.addProperty("jti", Secrets.token());
		claims.addProperty("iss", issuer);
		claims.addProperty("aud", grant.client().id());
		claims.addProperty("iat", clock.instant().getEpochSecond());
		claims.addProperty("exp", clock.instant().plus(VALID).getEpochSecond());
		if (!grant.nonce().isEmpty()) {
			claims.addProperty("nonce", grant.nonce());
		}
		String content = base64(header) + "." + base64(claims);
		return content + "." + BASE64.encodeToString(signature(content));
	}

	/** What is said about the user, in ID tokens and user info alike. */
	static JsonObject claims(Grant grant) {
		JsonObject claims = new JsonObject();
		grant.user().claims().forEach(claims::addProperty);
		claims.addProperty("sub", grant.user().subject());
		claims.addProperty("email", grant.user().username());
		claims.addProperty("email_verified", true);
		claims.addProperty("preferred_username", grant.user().username());
		return claims;
	}

	JsonObject keySet() {
		RSAPublicKey key = (RSAPublicKey) Key.PAIR.getPublic();
		JsonObject jwk = new JsonObject();
		jwk.addProperty("kty", "RSA");
		jwk.addProperty("use", "sig");
		jwk.addProperty("alg", "RS256");
		jwk.addProperty("kid", Key.ID);
		jwk.addProperty("n", base64(key.getModulus()));
		jwk.addProperty("e", base64(key.getPublicExponent()));
		JsonArray list = new JsonArray();
		list.add(jwk);
		JsonObject set = new JsonObject();
		set.add("keys", list);
		return set;
	}

	private byte[] signature(String content) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(Key.PAIR.getPrivate());
			signature.update(content.getBytes(StandardCharsets.US_ASCII));
			return signature.sign();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String base64(JsonObject json) {
		return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String base64(BigInteger number) {
		byte[] bytes = number.toByteArray();
		return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
	}
}

package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postkontor.auth.Secret;
import org.postkontor.auth.oauth.internal.IdTokenCheck;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

class IdTokenCheckTest {
	private static final String ISSUER = "https://login.example.test";
	private static RSAKey key;
	private static RSAKey otherKey;
	final FakeClock clock = new FakeClock();

	@BeforeAll
	static void makeKeys() throws Exception {
		key = new RSAKeyGenerator(2048).keyID("k1").generate();
		otherKey = new RSAKeyGenerator(2048).keyID("k1").generate();
	}

	@Test
	void aGoodTokenNamesTheUser() throws Exception {
		IdTokenCheck.Identity identity = check(signed(claims -> claims.claim("upn", "anna.upn@example.test"), key));
		assertEquals("subject", identity.subject());
		assertEquals(List.of("anna@example.test", "anna.upn@example.test"), identity.names());
	}

	@Test
	void aTokenOfAnotherIssuerIsRefused() {
		assertRefused("iss", claims -> claims.issuer("https://evil.test"));
	}

	@Test
	void aTokenForAnotherClientIsRefused() {
		assertRefused("aud", claims -> claims.audience("other"));
		assertRefused("aud", claims -> claims.audience(List.of("client", "other")));
		assertRefused("aud", claims -> claims.claim("azp", "other"));
	}

	@Test
	void aTokenForSeveralAudiencesIsGoodWhenWeAreTheAuthorizedParty() throws Exception {
		assertEquals("subject", check(signed(claims -> claims.audience(List.of("client", "other")).claim("azp", "client"), key)).subject());
	}

	@Test
	void aReplayedTokenIsRefused() {
		assertRefused("nonce", claims -> claims.claim("nonce", "of another sign-in"));
		assertRefused("nonce", claims -> claims.claim("nonce", null));
	}

	@Test
	void aTokenWithoutExpiryOrSubjectIsRefused() {
		assertRefused("exp", claims -> claims.expirationTime(null));
		assertRefused("sub", claims -> claims.subject(" "));
	}

	@Test
	void aSignatureOfAnotherKeyIsRefused() {
		assertEquals("signature", reason(() -> check(signed(claims -> claims.build(), otherKey))));
	}

	@Test
	void anUnsignedTokenIsRefused() {
		String unsigned = new PlainJWT(claims(claims -> claims.build())).serialize();
		assertEquals("no signed JWT", reason(() -> check(unsigned)));
	}

	@Test
	void aTokenSignedWithSomethingPublicIsRefused() {
		assertEquals("algorithm", reason(() -> {
			SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(claims -> claims.build()));
			JWSSigner signer = new MACSigner(key.toRSAPublicKey().getEncoded());
			jwt.sign(signer);
			check(jwt.serialize());
		}));
	}

	@Test
	void anAlgorithmThatWasNotAdvertisedIsRefused() {
		assertEquals("algorithm", reason(() -> new IdTokenCheck(ISSUER, "client", clock).check(Secret.of(signed(claims -> claims.build(), key)), keys(), Set.of("ES256"),
				Optional.of("nonce"))));
	}

	@Test
	void smallDifferencesOfClocksAreTolerated() throws Exception {
		String token = signed(claims -> claims.build(), key);
		clock.advance(Duration.ofMinutes(-4));
		assertEquals("subject", check(token).subject());
	}

	@Test
	void aWrongClockIsNamedAsTheCause() {
		clock.jump(Duration.ofMinutes(6));
		String future = signed(claims -> claims.build(), key);
		clock.jump(Duration.ofMinutes(-6));
		assertEquals("auth.clock-wrong", assertThrows(ProblemException.class, () -> check(future)).problem().id());
		clock.jump(Duration.ofHours(3));
		assertEquals("auth.clock-wrong", assertThrows(ProblemException.class, () -> check(future)).problem().id());
	}

	private void assertRefused(String reason, Consumer<JWTClaimsSet.Builder> change) {
		assertEquals(reason, reason(() -> check(signed(change, key))));
	}

	private static String reason(org.junit.jupiter.api.function.Executable call) {
		ProblemException e = assertThrows(ProblemException.class, call);
		assertEquals("auth.id-token", e.problem().id());
		return e.problem().details().get("reason");
	}

	private IdTokenCheck.Identity check(String token) throws ProblemException {
		return new IdTokenCheck(ISSUER, "client", clock).check(Secret.of(token), keys(), Set.of("RS256", "HS256"), Optional.of("nonce"));
	}

	private static String keys() {
		return new JWKSet(key).toString();
	}

	private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(ISSUER).audience("client").subject("subject")
				.claim("email", "anna@example.test").claim("preferred_username", "anna@example.test").claim("nonce", "nonce")
				.issueTime(Date.from(clock.instant())).expirationTime(Date.from(clock.instant().plusSeconds(300)));
		change.accept(claims);
		return claims.build();
	}

	private String signed(Consumer<JWTClaimsSet.Builder> change, RSAKey with) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims(change));
			jwt.sign(new RSASSASigner(with));
			return jwt.serialize();
		} catch (com.nimbusds.jose.JOSEException e) {
			throw new AssertionError(e);
		}
	}
}

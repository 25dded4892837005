package org.postkontor.auth.oauth.internal;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Validates an ID token (OpenID Connect Core 1.0, 3.1.3.7), with the injected clock. */
public final class IdTokenCheck {
	/** Clocks of desks are often a little wrong. */
	public static final Duration SKEW = Duration.ofMinutes(5);
	/** Asymmetric ones that the JDK can check; never {@code none}, never one keyed with the client's id. */
	private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

	private final String issuer;
	private final String clientId;
	private final Clock clock;
	private final Optional<Instant> serverTime;

	public IdTokenCheck(String issuer, String clientId, Clock clock) {
		this(issuer, clientId, clock, Optional.empty());
	}

	/** @param serverTime what the provider's server says the time is now; tells which of two clocks is wrong, and by how much */
	public IdTokenCheck(String issuer, String clientId, Clock clock, Optional<Instant> serverTime) {
		this.issuer = issuer;
		this.clientId = clientId;
		this.clock = clock;
		this.serverTime = serverTime;
	}

	/** Who signed in. @param names address, user name … as far as the provider tells */
	public record Identity(String subject, List<String> names) {
	}

	/** @param nonce of the request; empty for sign-ins without a browser, where none is sent */
	public Identity check(Secret idToken, String keys, Set<String> advertised, Optional<String> nonce) throws ProblemException {
		try {
			SignedJWT jwt = idToken.use(IdTokenCheck::parse);
			if (jwt == null) {
				throw refused("no signed JWT");
			}
			verify(jwt, JWKSet.parse(keys), advertised);
			return claims(jwt.getJWTClaimsSet(), nonce);
		} catch (java.text.ParseException | JOSEException | GeneralSecurityException e) { // messages may quote the token
			throw refused("unreadable: " + e.getClass().getSimpleName());
		}
	}

	/** For an ID token that comes with a refresh over a verified channel (OpenID Connect Core 1.0, 12.2). */
	static boolean isSameUser(String idToken, String subject) {
		SignedJWT jwt = parse(idToken);
		try {
			return jwt != null && subject.equals(jwt.getJWTClaimsSet().getSubject());
		} catch (java.text.ParseException e) {
			return false;
		}
	}

	private static @Nullable SignedJWT parse(String text) {
		try {
			return SignedJWT.parse(text);
		} catch (java.text.ParseException e) {
			return null; // also for the unsigned kind
		}
	}

	private void verify(SignedJWT jwt, JWKSet keys, Set<String> advertised) throws ProblemException, JOSEException, GeneralSecurityException {
		JWSHeader header = jwt.getHeader();
		String algorithm = header.getAlgorithm().getName();
		if (!ALGORITHMS.contains(algorithm) || !advertised.isEmpty() && !advertised.contains(algorithm)) {
			throw refused("algorithm");
		}
		for (JWK key : new JWKSelector(JWKMatcher.forJWSHeader(header)).select(keys)) {
			if (key instanceof AsymmetricJWK pair && jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header, pair.toPublicKey()))) {
				return;
			}
		}
		throw refused("signature");
	}

	private Identity claims(JWTClaimsSet claims, Optional<String> nonce) throws ProblemException, java.text.ParseException {
		require(issuer.equals(claims.getIssuer()), "iss");
		List<String> audience = claims.getAudience();
		String authorized = claims.getStringClaim("azp");
		require(audience.contains(clientId) && (authorized == null ? audience.size() == 1 : clientId.equals(authorized)), "aud");
		require(nonce.isEmpty() || nonce.get().equals(claims.getStringClaim("nonce")), "nonce");
		String subject = claims.getSubject();
		if (subject == null || subject.isBlank()) {
			throw refused("sub");
		}
		times(claims);
		Set<String> names = new LinkedHashSet<>();
		for (String name : List.of("preferred_username", "email", "upn", "unique_name")) {
			if (claims.getClaim(name) instanceof String value && !value.isBlank()) {
				names.add(value);
			}
		}
		return new Identity(subject, new ArrayList<>(names));
	}

	private void times(JWTClaimsSet claims) throws ProblemException {
		Instant now = clock.instant();
		Date issued = claims.getIssueTime();
		Date expires = claims.getExpirationTime();
		require(expires != null, "exp");
		if (issued != null && issued.toInstant().isAfter(now.plus(SKEW))) {
			throw clockWrong(issued.toInstant(), now);
		}
		if (expires != null && expires.toInstant().isBefore(now.minus(SKEW))) {
			// it was made seconds ago, so one of the two clocks is wrong, and it is hardly the provider's
			throw clockWrong(issued == null ? expires.toInstant() : issued.toInstant(), now);
		}
	}

	private ProblemException clockWrong(Instant told, Instant now) {
		Instant provider = serverTime.orElse(told);
		boolean ours = provider.isBefore(now.minus(SKEW)) || provider.isAfter(now.plus(SKEW));
		return ours ? new ProblemException(SignInProblems.clockWrong(issuer, provider, now)) : refused("iat");
	}

	private void require(boolean condition, String claim) throws ProblemException {
		if (!condition) {
			throw refused(claim);
		}
	}

	private ProblemException refused(String reason) {
		return new ProblemException(SignInProblems.idToken(issuer, reason));
	}
}

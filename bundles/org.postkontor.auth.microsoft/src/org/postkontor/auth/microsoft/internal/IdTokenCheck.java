package org.postkontor.auth.microsoft.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Who signed in. The ID token comes from the token endpoint over verified TLS, which stands for its signature (OpenID Connect
 * Core 1.0, 3.1.3.7, 6); its claims are checked all the same.
 */
final class IdTokenCheck {
	/** Clocks of desks are often a little wrong. */
	private static final Duration SKEW = Duration.ofMinutes(5);
	private static final List<String> NAMES = List.of("preferred_username", "upn", "email", "unique_name");
	private static final List<String> MORE_NAMES = List.of("verified_primary_email", "verified_secondary_email");

	private final Registration registration;
	private final Clock clock;

	IdTokenCheck(Registration registration, Clock clock) {
		this.registration = registration;
		this.clock = clock;
	}

	/**
	 * @param subject home account: the user's id in its own organisation and that organisation, the same for every application
	 * @param tenant  organisation signed in to
	 * @param names   what the user is called, best known first; an address among them is no proof of a mailbox
	 */
	record Identity(String subject, String tenant, List<String> names) {
	}

	Identity check(SignedIn signedIn) throws ProblemException {
		String[] parts = signedIn.result().idToken().split("\\.", -1);
		JsonObject claims = TokenAnswer.decoded(parts[1]).orElseThrow();
		String tenant = TokenAnswer.text(claims, "tid");
		String subject = signedIn.result().account().homeAccountId();
		require(!tenant.isEmpty(), "tid");
		require(subject != null && !subject.isBlank() && !subject.equals("."), "client_info");
		require((registration.cloud().issuer() + "/" + tenant + "/v2.0").equals(TokenAnswer.text(claims, "iss")), "iss");
		require(registration.clientId().equals(TokenAnswer.text(claims, "aud")), "aud");
		require(signedIn.nonce().isEmpty() || signedIn.nonce().get().equals(TokenAnswer.text(claims, "nonce")), "nonce");
		times(claims);
		return new Identity(String.valueOf(subject), tenant, names(claims));
	}

	private static List<String> names(JsonObject claims) {
		Set<String> names = new LinkedHashSet<>();
		NAMES.forEach(name -> names.add(TokenAnswer.text(claims, name)));
		for (String name : MORE_NAMES) {
			if (claims.get(name) instanceof JsonArray addresses) {
				addresses.forEach(address -> names.add(address.isJsonPrimitive() ? address.getAsString() : ""));
			}
		}
		names.removeIf(String::isBlank);
		return new ArrayList<>(names);
	}

	private void times(JsonObject claims) throws ProblemException {
		Instant now = clock.instant();
		Instant issued = Instant.ofEpochSecond(TokenAnswer.number(claims, "iat"));
		Instant expires = Instant.ofEpochSecond(TokenAnswer.number(claims, "exp"));
		if (issued.isAfter(now.plus(SKEW)) || expires.isBefore(now.minus(SKEW))) {
			// it was made seconds ago, so one of the two clocks is wrong, and it is hardly the provider's
			throw new ProblemException(SignInProblems.clockWrong(registration.cloud().issuer(), issued, now));
		}
	}

	private void require(boolean condition, String claim) throws ProblemException {
		if (!condition) {
			throw new ProblemException(SignInProblems.idToken(registration.cloud().issuer(), claim));
		}
	}
}

package org.postkontor.testkit.idp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.testkit.SecretLedger;

/** Device codes that wait for their user (RFC 8628). */
final class DeviceStore {

	static final Duration VALID = Duration.ofMinutes(10);

	/** What the user sees and what the device polls with. */
	record Codes(String deviceCode, String userCode, Duration interval) {
	}

	private static final class Pending {
		final IdpClient client;
		final Set<String> scopes;
		final Optional<String> challenge;
		final Instant expires;
		Duration interval;
		Instant lastPoll = Instant.MIN;
		Optional<IdpUser> user = Optional.empty();
		boolean denied;

		Pending(IdpClient client, Set<String> scopes, Optional<String> challenge, Instant expires, Duration interval) {
			this.client = client;
			this.scopes = scopes;
			this.challenge = challenge;
			this.expires = expires;
			this.interval = interval;
		}
	}

	private final Clock clock;
	private final Map<String, Pending> byDevice = new HashMap<>();
	private final Map<String, Pending> byUser = new HashMap<>();
	private Duration interval = Duration.ofSeconds(5);
	private boolean challengeDemanded;

	DeviceStore(Clock clock) {
		this.clock = clock;
	}

	synchronized void interval(Duration duration) {
		interval = duration;
	}

	synchronized void demandChallenge() {
		challengeDemanded = true;
	}

	/** @throws OAuthError {@code invalid_request}: there is no challenge, and one is demanded */
	synchronized void check(Optional<String> challenge) throws OAuthError {
		if (challengeDemanded && challenge.isEmpty()) {
			throw new OAuthError("invalid_request", "Missing parameter: code_challenge");
		}
	}

	/** @param challenge of PKCE (RFC 7636), which some providers take for device codes, too */
	synchronized Codes start(IdpClient client, Set<String> scopes, Optional<String> challenge) {
		Pending pending = new Pending(client, scopes, challenge, clock.instant().plus(VALID), interval);
		Codes codes = new Codes(Secrets.token(), Secrets.userCode(), interval);
		byDevice.put(codes.deviceCode(), pending);
		byUser.put(codes.userCode(), pending);
		return codes;
	}

	/** The scopes that wait under a user code; empty for an unknown code. */
	synchronized Optional<Set<String>> scopes(String userCode) {
		return Optional.ofNullable(byUser.get(normalized(userCode))).map(pending -> pending.scopes);
	}

	/** @return false for an unknown code */
	synchronized boolean decide(String userCode, Optional<IdpUser> user) {
		Pending pending = byUser.get(normalized(userCode));
		if (pending == null) {
			return false;
		}
		pending.user = user;
		pending.denied = user.isEmpty();
		return true;
	}

	/** @throws OAuthError as RFC 8628, 3.5 names them */
	synchronized Grant poll(String deviceCode, IdpClient client, Optional<String> verifier) throws OAuthError {
		Pending pending = byDevice.get(deviceCode);
		if (pending == null || !pending.client.equals(client)) {
			throw new OAuthError("invalid_grant", "device code unknown or used");
		}
		verifier.ifPresent(secret -> SecretLedger.note("code verifier", secret));
		if (!pending.challenge.equals(verifier.map(Secrets::challenge))) {
			throw new OAuthError("invalid_grant", "code_verifier does not match the code_challenge");
		}
		Instant now = clock.instant();
		if (now.isAfter(pending.expires)) {
			throw new OAuthError("expired_token", "device code expired");
		}
		boolean early = now.isBefore(pending.lastPoll.equals(Instant.MIN) ? now : pending.lastPoll.plus(pending.interval));
		pending.lastPoll = now;
		if (early) {
			pending.interval = pending.interval.plusSeconds(5);
			throw new OAuthError("slow_down", "polled too early");
		}
		if (pending.denied) {
			throw new OAuthError("access_denied", "the user refused");
		}
		IdpUser user = pending.user
				.orElseThrow(() -> new OAuthError("authorization_pending", "the user has not decided yet"));
		byDevice.remove(deviceCode);
		return Grant.of(user, client, pending.scopes, "");
	}

	private static String normalized(String userCode) {
		String letters = userCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
		return letters.length() == 8 ? letters.substring(0, 4) + "-" + letters.substring(4) : letters;
	}
}

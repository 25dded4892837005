package org.postkontor.auth.internal.broker;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;

/**
 * Which credentials servers refused, by finger print. A refused one is refreshed once; if the fresh one is refused, too,
 * it is not tried again until there is another (by a sign-in, or by another process). One that was good for a while
 * before it was refused is a new case.
 */
final class Refusals {
	/** A fresh credential that is asked for again after this time was not refused at once, so it worked. */
	private static final Duration PROVEN = Duration.ofMinutes(5);

	private final Map<Key, Given> given = new ConcurrentHashMap<>();
	private final Clock clock;

	Refusals(Clock clock) {
		this.clock = clock;
	}

	/** Who was given a credential for what. */
	record Key(String session, String mailbox, Resource resource) {
		static Key of(String session, AuthBinding binding, Resource resource) {
			return new Key(session, binding.mailbox(), resource);
		}
	}

	/**
	 * @param forced  whether it came from a refresh because of a refusal, and is not proven yet
	 * @param first   when it was given out for the first time
	 * @param refused the server's answer, once it was refused
	 */
	private record Given(String fingerprint, boolean forced, Instant first, Optional<String> refused) {
		boolean isGood(String asked) {
			return fingerprint.equals(asked) && refused.isEmpty();
		}
	}

	void given(Key key, Credential credential, boolean forced) {
		String fingerprint = fingerprint(credential);
		Instant now = clock.instant();
		given.compute(key, (k, old) -> old != null && old.isGood(fingerprint)
				? new Given(fingerprint, old.forced && now.isBefore(old.first.plus(PROVEN)), old.first, Optional.empty())
				: new Given(fingerprint, forced, now, Optional.empty()));
	}

	void refused(Key key, String answer) {
		given.computeIfPresent(key, (k, old) -> new Given(old.fingerprint, old.forced, old.first, Optional.of(clean(answer))));
	}

	/** The server's answer, if exactly this credential was refused. */
	Optional<String> answer(Key key, Credential credential) {
		Given last = given.get(key);
		return last != null && last.fingerprint.equals(fingerprint(credential)) ? last.refused : Optional.empty();
	}

	/** Whether the last one was already the result of a forced refresh. */
	boolean forced(Key key) {
		@Nullable Given last = given.get(key);
		return last != null && last.forced;
	}

	void forget(String session) {
		given.keySet().removeIf(key -> key.session.equals(session));
	}

	private static String clean(String answer) {
		String line = answer.replaceAll("\\p{Cntrl}+", " ").strip();
		return line.length() > 500 ? line.substring(0, 500) : line;
	}

	private static String fingerprint(Credential credential) {
		Secret secret = switch (credential) {
		case Credential.BearerToken token -> token.token();
		case Credential.Password password -> password.password();
		};
		return secret.use(Refusals::digest);
	}

	private static String digest(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}

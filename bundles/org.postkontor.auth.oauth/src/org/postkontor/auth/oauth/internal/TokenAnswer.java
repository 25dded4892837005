package org.postkontor.auth.oauth.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.postkontor.auth.Secret;

/**
 * A good answer of the token endpoint.
 *
 * @param scopes          granted rights; empty if they are the ones asked for (RFC 6749, 5.1)
 * @param refreshLifetime of the refresh token, if the provider tells
 */
record TokenAnswer(Secret access, Optional<Secret> refresh, Optional<Secret> idToken, Duration lifetime, Set<String> scopes,
		Optional<Duration> refreshLifetime) {
}

package org.postkontor.auth.oauth.internal;

import java.util.Optional;

/**
 * A finished dialogue with the person.
 *
 * @param nonce what the ID token must carry
 * @param client what the provider accepted
 */
record SignedIn(TokenAnswer tokens, Optional<String> nonce, ClientCredentials client) {
}

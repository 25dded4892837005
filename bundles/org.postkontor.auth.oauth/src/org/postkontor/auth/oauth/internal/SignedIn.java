package org.postkontor.auth.oauth.internal;

import java.util.Optional;

/** A finished dialogue with the person. @param nonce what the ID token must carry */
record SignedIn(TokenAnswer tokens, Optional<String> nonce) {
}

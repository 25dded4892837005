package org.postkontor.auth.microsoft.internal;

import java.util.Optional;

import com.microsoft.aad.msal4j.IAuthenticationResult;

/** A finished dialogue with the person. @param nonce what the ID token must carry */
record SignedIn(IAuthenticationResult result, Optional<String> nonce) {
}

package org.postkontor.auth.spi;

import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Resource;

/** @param refused true if the server refused the last credential, so that one refresh is due whatever the expiry says */
public record CredentialRequest(AuthBinding binding, Resource resource, boolean refused) {
}

/** OAuth 2.0 and OpenID Connect for any issuer, on the Nimbus SDK; provider entries are data. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.oauth;

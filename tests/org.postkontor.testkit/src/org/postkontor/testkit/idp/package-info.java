/**
 * Identity providers in plain OpenID Connect and in Microsoft dialect, and a browser to sign in at it.
 * <p>
 * {@link org.postkontor.testkit.idp.IdentityProvider} has two channels: the front channel (authorization, login page,
 * device page) on {@code http://127.0.0.1}, so that a real browser shows no warning, and the back channel (issuer,
 * discovery, token, introspection, revocation, device authorization, keys, user info) over HTTPS with a certificate
 * of the {@link org.postkontor.testkit.TestAuthority}. It is strict where the standards are: PKCE S256 is compulsory
 * (RFC 7636), codes and refresh tokens are good once, a second use ends the whole family (RFC 9700, 4.14.2).
 * {@link org.postkontor.testkit.idp.MicrosoftIdentityProvider} speaks the dialect of the Microsoft identity platform, on the
 * same stores and pages.
 * {@link org.postkontor.testkit.idp.ScriptedBrowser} does what a person does at the login page.
 */
package org.postkontor.testkit.idp;

/**
 * Sign-in: who may use a mailbox, and with which credential.
 * <p>
 * Whoever needs a credential asks the {@link org.postkontor.auth.SignInBroker} for it and says whether a person may be
 * asked ({@link org.postkontor.auth.Interaction}). The broker finds the {@link org.postkontor.auth.Session} in the
 * {@link org.postkontor.auth.TokenVault}, checks that the credential may go to that host, lets the provider refresh it
 * (one refresh at a time per session, across threads and processes), and stores what changed before it is used.
 * <p>
 * Providers ({@link org.postkontor.auth.spi.AuthProvider}) come from the extension point
 * {@code org.postkontor.auth.authProviders}; the built-in ones use it too. How a person is asked is a service of the
 * user interface, {@link org.postkontor.auth.SignInPrompt}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth;

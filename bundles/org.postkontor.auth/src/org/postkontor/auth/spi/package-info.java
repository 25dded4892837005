/**
 * What a sign-in provider implements. Register it at the extension point {@code org.postkontor.auth.authProviders}; a
 * provider that is only data needs no class and is run by the built-in OAuth provider. Extend
 * {@code org.postkontor.contract.AuthProviderContract} in your tests.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.spi;

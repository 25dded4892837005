/**
 * Providers as contributions: {@link org.postkontor.auth.internal.extension.AuthProviderElement} reads one declaration,
 * {@link org.postkontor.auth.internal.extension.DeclaredProviders} applies the rules among them, and
 * {@link org.postkontor.auth.internal.extension.ExtensionAuthProviders} is the service.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.extension;

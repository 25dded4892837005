/**
 * Sign-in providers as the window shows them: the list to choose from, made of declarations without loading a provider's class,
 * and the settings of the chosen one. Parts of single providers come through the extension point
 * {@code org.postkontor.ui.authProviderPages}, the built-in ones, too.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.provider;

/**
 * What a bundle adds to the window for its sign-in provider: one {@link org.postkontor.ui.provider.ProviderPagePart}, named by
 * the extension point {@code org.postkontor.ui.authProviderPages} for the id that it has at
 * {@code org.postkontor.auth.authProviders}. The part is made each time a page shows the provider, and disposed with the page.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.provider;

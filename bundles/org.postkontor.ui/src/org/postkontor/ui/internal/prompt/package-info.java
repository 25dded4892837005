/**
 * How a person takes part while a provider is waited for: {@link org.postkontor.ui.internal.prompt.JfaceSignInPrompt} speaks
 * for the running sign-in, {@link org.postkontor.ui.internal.prompt.PromptArea} shows the ladder of ways (browser, link, code
 * for another device, pasted address). Used by sign-in, administrator's consent and the check of a registration.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.prompt;

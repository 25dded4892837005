/**
 * The person's part of a sign-in: says which rights will be asked for and why, opens the system browser, shows link, code
 * or password field, waits, and can be cancelled.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.signin;

/** Passwords and app passwords as one more kind of sign-in. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.password;

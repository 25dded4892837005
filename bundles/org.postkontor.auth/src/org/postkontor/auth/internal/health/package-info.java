/**
 * What is known about stored sign-ins besides their tokens: last use, last verdict, how earlier ones ended. Kept in small
 * files without any secret, so that learning something never rewrites a token. A lost or damaged file is no harm.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.health;

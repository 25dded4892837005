/**
 * The account test: a tree of named steps for both directions, each with its result, its duration, the decoded answer of
 * the server and, if it failed, the problem with its remedy. The report can be copied; it holds no secret.
 * <p>
 * A server that refuses the account's token may name another sign-in service. The test only reports it
 * ({@link org.postkontor.check.NamedIssuer}); a person has to approve it before anybody contacts it.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.check;

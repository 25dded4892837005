/**
 * The account test: a tree of named steps for both directions, each with its result, its duration, the decoded answer of
 * the server and, if it failed, the problem with its remedy. The report can be copied; it holds no secret.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.check;

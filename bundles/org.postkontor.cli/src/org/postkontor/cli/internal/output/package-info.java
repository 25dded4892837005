/**
 * What people and scripts see: with {@code --json} one compact object or array on the standard output (sign-in and
 * account test write event lines before it), else text. Progress and errors for people go to the standard error. All
 * output is UTF-8. Field names are stable; they are documented in {@code docs/cli.md}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli.internal.output;

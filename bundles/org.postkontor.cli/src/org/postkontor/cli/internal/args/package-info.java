/**
 * The command line as data: what a command takes is declared as {@code CommandSyntax}; parser, help texts and
 * {@code docs/cli.md} are made from it. Pure functions, no output, no services. Why this is not a library:
 * {@code docs/adr/0007-command-line.md}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli.internal.args;

/**
 * Running one command line: {@code CommandRunner} parses it, opens the services that a command needs, runs the command,
 * and turns every way to fail into one error message and one exit code. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli.internal;

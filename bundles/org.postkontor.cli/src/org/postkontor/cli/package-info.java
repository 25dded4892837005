/**
 * The headless application, for administrators and scripts. Its application id is
 * {@code org.postkontor.cli.application}; its exit codes are {@link org.postkontor.cli.ExitCode}, its commands are
 * described in {@code docs/cli.md}, which is made from the same declarations as the help texts.
 * <p>
 * To add a command, implement {@code Command} in {@code internal.command}, add it to {@code Commands} and its texts to
 * {@code cli.properties} and {@code cli_de.properties}; a test names what is missing.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli;

/**
 * The commands, one small class each. They are stateless: everything comes with the {@code Invocation}. To add one see
 * {@code Commands}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli.internal.command;

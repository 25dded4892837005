/**
 * What all protocols share: the watchdog that ends a connection that hangs, the one place where failures become
 * problems, hardened settings of the mail library, and the command map. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.internal;

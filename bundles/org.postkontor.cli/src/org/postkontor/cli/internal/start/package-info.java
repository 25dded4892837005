/**
 * From Equinox to the command line: registers home, branding, office trust and vault key as services, waits for the one
 * component that needs all others, and says which service is missing if it does not come up.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli.internal.start;

/** The headless application. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli;

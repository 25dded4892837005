/** The help pages that come with the bundle. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.help;

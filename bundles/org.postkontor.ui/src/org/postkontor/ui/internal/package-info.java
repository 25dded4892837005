/** How {@code org.postkontor.ui} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal;

/** How {@code org.postkontor.check} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.check.internal;

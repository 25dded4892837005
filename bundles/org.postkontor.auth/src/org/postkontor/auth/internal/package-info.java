/** How {@code org.postkontor.auth} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal;

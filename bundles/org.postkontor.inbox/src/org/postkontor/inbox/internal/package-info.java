/** How {@code org.postkontor.inbox} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.inbox.internal;

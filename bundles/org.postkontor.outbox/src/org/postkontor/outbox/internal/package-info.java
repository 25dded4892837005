/** How {@code org.postkontor.outbox} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.outbox.internal;

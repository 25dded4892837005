/** How {@code org.postkontor.message} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.message.internal;

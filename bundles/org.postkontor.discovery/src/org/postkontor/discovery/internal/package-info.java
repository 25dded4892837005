/** How {@code org.postkontor.discovery} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.discovery.internal;

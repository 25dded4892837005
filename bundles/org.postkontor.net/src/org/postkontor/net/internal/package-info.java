/** How the services of {@code org.postkontor.net} are made. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.net.internal;

/** The sockets on which the receiver of a browser's redirect listens, and what can go wrong with them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.loopback;

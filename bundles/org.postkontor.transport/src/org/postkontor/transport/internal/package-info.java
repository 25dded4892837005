/** What all protocols share: sessions, guards, command map. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.internal;

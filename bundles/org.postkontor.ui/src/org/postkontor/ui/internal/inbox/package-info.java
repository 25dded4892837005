/** The inbox as the user sees it: a list, newest first, and the plain text of one mail; nothing is loaded from the network to show it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.inbox;

/** The user interface for accounts, outbox and inbox. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui;

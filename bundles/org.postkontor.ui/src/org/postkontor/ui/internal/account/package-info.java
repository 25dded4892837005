/** Accounts as lists and forms show them, and what can be done with them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.account;

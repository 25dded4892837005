/** Preference pages. Changes are collected in {@link org.postkontor.ui.internal.preferences.AccountsDraft} until Apply. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.preferences;

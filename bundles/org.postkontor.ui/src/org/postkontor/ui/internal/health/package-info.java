/**
 * How healthy the sign-ins are: who signed in where, with which rights, until when, and who uses it. A
 * {@link org.postkontor.ui.internal.health.SignInEntry} is one identity, stored or only waited for; a view and a preference page
 * show the same list.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.health;

/**
 * The account wizard. {@link org.postkontor.ui.internal.wizard.WizardModel} knows what was found out so far; the pages
 * show it. Nothing is stored before Finish; cancelling removes the sign-in again.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.wizard;

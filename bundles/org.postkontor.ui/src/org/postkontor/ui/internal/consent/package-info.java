/**
 * Consent that only an administrator can give: the person in front is the administrator, or asks one with a letter that is
 * ready to be sent; what is pending goes on by itself.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.consent;

/**
 * Guides for people: the steps to an app password beside the password field, and the registration of an application by the
 * office's IT, with the check that it works.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.guide;

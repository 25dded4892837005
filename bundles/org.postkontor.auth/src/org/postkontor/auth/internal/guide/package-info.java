/**
 * The guides from the data files beside the classes: {@code app-passwords.json}, {@code registrations.json} and
 * {@code rights.json}. Both languages of a text stand side by side, and {@code looked} is the day on which the providers'
 * pages were last compared; whoever changes a text changes that day.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.guide;

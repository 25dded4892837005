/**
 * The outbox as the user sees it: {@link org.postkontor.ui.internal.outbox.OutboxRow} says how a mail stands and what can
 * be done, {@link org.postkontor.ui.internal.outbox.OutboxText} puts it into words, the view shows it.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.outbox;

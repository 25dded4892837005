/** Writing a mail. Sending means: durable in the outbox; until then the window stays. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.compose;

package org.postkontor.ui.internal.compose;

import java.time.Duration;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.UiFactory;
import org.postkontor.ui.internal.reminder.Notice;

/** Says that a mail goes out in a moment, and takes it back if its author thinks twice. Goes by itself, never takes the keyboard. */
record SentHint(UiContext context, Display display) {
	void show(OutboxId id, SendOptions options) {
		boolean later = options.notBefore().filter(t -> t.isAfter(context.services().clock().instant())).isPresent();
		Duration undo = options.undo();
		if (!later && !undo.isZero()) {
			new Notice(display, undo).show(ComposeMessages.hintTitle, NLS.bind(ComposeMessages.hint, undo.toSeconds()), ComposeMessages.undo,
					() -> new EditMail(context, UiFactory::shell).takeBack(id));
		}
	}
}

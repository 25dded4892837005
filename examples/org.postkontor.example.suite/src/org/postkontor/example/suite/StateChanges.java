package org.postkontor.example.suite;

import java.util.function.Consumer;

import org.postkontor.outbox.MailState;

/** The outbox says that something changed, not what: passes on a state only if it is another one than before. */
final class StateChanges {
	private final Consumer<MailState> changed;
	private MailState last;

	StateChanges(Consumer<MailState> changed) {
		this.changed = changed;
	}

	synchronized void now(MailState state) {
		if (state != last) {
			last = state;
			changed.accept(state);
		}
	}
}

package org.postkontor.ui.internal.compose;

import java.time.Duration;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.postkontor.outbox.SendOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this user sends: how long a mail can be taken back. Thread-safe. */
@Component(service = SendingPreferences.class)
public final class SendingPreferences {
	/** Zero for none. */
	public static final int LONGEST_UNDO_SECONDS = 600;
	private static final Logger LOG = LoggerFactory.getLogger(SendingPreferences.class);
	private static final String UNDO = "undoSeconds";

	private final Preferences store;

	@Activate
	public SendingPreferences() {
		this(InstanceScope.INSTANCE.getNode("org.postkontor.ui.sending"));
	}

	public SendingPreferences(Preferences store) {
		this.store = store;
	}

	public static Duration defaultUndo() {
		return SendOptions.COMPOSED.undo();
	}

	/** A value that is not valid counts as the default. */
	public Duration undo() {
		long seconds = store.getLong(UNDO, defaultUndo().toSeconds());
		return isValid(seconds) ? Duration.ofSeconds(seconds) : defaultUndo();
	}

	/** @throws IllegalArgumentException if it is negative or too long */
	public void undo(Duration undo) {
		if (!isValid(undo.toSeconds())) {
			throw new IllegalArgumentException("undo");
		}
		store.putLong(UNDO, undo.toSeconds());
		try {
			store.flush();
		} catch (BackingStoreException e) {
			LOG.warn("the time for taking mails back is forgotten at the end of this session", e);
		}
	}

	private static boolean isValid(long seconds) {
		return seconds >= 0 && seconds <= LONGEST_UNDO_SECONDS;
	}
}

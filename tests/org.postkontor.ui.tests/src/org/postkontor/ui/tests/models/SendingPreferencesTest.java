package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.postkontor.ui.internal.compose.SendingPreferences;

/** How long a mail can be taken back. */
class SendingPreferencesTest {
	private final Preferences store = InstanceScope.INSTANCE.getNode("org.postkontor.ui.tests.undo");
	private final SendingPreferences preferences = new SendingPreferences(store);

	@AfterEach
	void forget() throws BackingStoreException {
		store.removeNode();
	}

	@Test
	void isTenSecondsAsLongAsNothingWasChosen() {
		assertEquals(Duration.ofSeconds(10), preferences.undo());
	}

	@Test
	void keepsWhatWasChosen() {
		preferences.undo(Duration.ofSeconds(45));
		assertEquals(Duration.ofSeconds(45), new SendingPreferences(store).undo());
	}

	@Test
	void takesAnImpossibleValueForTheDefault() {
		store.put("undoSeconds", "-3");
		assertEquals(SendingPreferences.defaultUndo(), preferences.undo());
		store.put("undoSeconds", "long");
		assertEquals(SendingPreferences.defaultUndo(), preferences.undo());
	}

	@Test
	void refusesATimeThatIsTooLong() {
		assertThrows(IllegalArgumentException.class, () -> preferences.undo(Duration.ofHours(1)));
	}
}

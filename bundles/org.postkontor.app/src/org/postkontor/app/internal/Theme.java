package org.postkontor.app.internal;

import java.util.Arrays;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** How the product looks. */
public enum Theme {
	SYSTEM(""), LIGHT("org.eclipse.e4.ui.css.theme.e4_default"), DARK("org.eclipse.e4.ui.css.theme.e4_dark");

	private static final String NODE = "org.eclipse.e4.ui.css.swt.theme";
	private static final String KEY = "themeid";

	private final String id;

	Theme(String id) {
		this.id = id;
	}

	/** What the user chose; {@link #SYSTEM} without a choice. */
	public static Theme chosen() {
		String stored = InstanceScope.INSTANCE.getNode(NODE).get(KEY, "");
		return Arrays.stream(values()).filter(t -> !t.id.isEmpty() && t.id.equals(stored)).findFirst().orElse(SYSTEM);
	}

	/**
	 * Remembers the choice for the next start. It is not applied at once: the style engine keeps rows of virtual tables that are
	 * long gone, and resetting their colours ends the process.
	 */
	public void choose() throws BackingStoreException {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
		if (this == SYSTEM) {
			node.remove(KEY);
		} else {
			node.put(KEY, id);
		}
		node.flush();
	}
}

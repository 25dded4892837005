package org.postkontor.app.internal;

import java.util.Arrays;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;

/** How the product looks. */
enum Theme {
	SYSTEM(""), LIGHT("org.eclipse.e4.ui.css.theme.e4_default"), DARK("org.eclipse.e4.ui.css.theme.e4_dark");

	private static final String NODE = "org.eclipse.e4.ui.css.swt.theme";
	private static final String KEY = "themeid";

	private final String id;

	Theme(String id) {
		this.id = id;
	}

	/** What the user chose; {@link #SYSTEM} without a choice. */
	static Theme chosen() {
		String stored = InstanceScope.INSTANCE.getNode(NODE).get(KEY, "");
		return Arrays.stream(values()).filter(t -> !t.id.isEmpty() && t.id.equals(stored)).findFirst().orElse(SYSTEM);
	}

	/** Applies at once and remembers. */
	void choose(IThemeEngine engine) {
		boolean system = this == SYSTEM;
		Theme shown = !system ? this : Display.isSystemDarkTheme() ? DARK : LIGHT;
		engine.setTheme(shown.id, !system);
		if (system) {
			InstanceScope.INSTANCE.getNode(NODE).remove(KEY);
		}
	}
}

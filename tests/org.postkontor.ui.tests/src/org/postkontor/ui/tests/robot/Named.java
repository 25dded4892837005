package org.postkontor.ui.tests.robot;

import java.util.Arrays;

import org.eclipse.swt.widgets.Display;

/** Controls with an accessible name. On the user interface's thread only. */
public record Named(String name) {
	/** How many of them are seen now, in all windows. */
	public int count(Display display) {
		return (int) Arrays.stream(display.getShells()).filter(s -> s.isVisible()).flatMap(s -> new WidgetTree(s).visible().stream())
				.filter(c -> WidgetTree.accessibleName(c).equals(name)).count();
	}
}

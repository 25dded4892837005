package org.postkontor.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;

/** Whether a button can be pressed; one that cannot looks like that in the dark theme, too. */
public record Enabled(boolean enabled) {
	/** Where the style sheets of the platform look for the class of a widget. */
	private static final String STYLE_CLASS = "org.eclipse.e4.ui.css.CssClassName";

	public void of(Button button) {
		boolean changed = button.getEnabled() != enabled || button.getData(STYLE_CLASS) == null;
		button.setEnabled(enabled);
		if (changed) {
			button.setData(STYLE_CLASS, enabled ? "enabled" : "disabled");
			button.reskin(SWT.NONE);
		}
	}
}

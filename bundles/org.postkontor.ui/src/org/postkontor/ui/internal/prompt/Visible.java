package org.postkontor.ui.internal.prompt;

import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;

/** Shows or hides a control in a grid; hidden ones take no room. The caller lays out. */
public record Visible(boolean shown) {
	public void of(Control control) {
		control.setVisible(shown);
		((GridData) control.getLayoutData()).exclude = !shown;
	}
}

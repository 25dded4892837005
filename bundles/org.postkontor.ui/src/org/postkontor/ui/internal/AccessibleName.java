package org.postkontor.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Name of a control for screen readers, where no label stands beside it. */
public record AccessibleName(String name) {
	/** Where SWTBot looks for the key of a widget; our own robot does, too. */
	private static final String KEY = "org.eclipse.swtbot.widget.key";

	public void of(Control control) {
		String text = name;
		control.setData(KEY, text);
		control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(@Nullable AccessibleEvent event) {
				if (event != null && event.childID == ACC.CHILDID_SELF) {
					event.result = text;
				}
			}
		});
	}
}

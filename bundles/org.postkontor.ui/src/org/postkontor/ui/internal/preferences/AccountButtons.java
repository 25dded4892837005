package org.postkontor.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** The buttons beside a list. */
final class AccountButtons {
	private final Composite column;
	private final List<Button> forSelection = new ArrayList<>();

	AccountButtons(Composite parent) {
		column = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(column);
		GridDataFactory.fillDefaults().applyTo(column);
	}

	void add(String text, Runnable task) {
		button(text, task);
	}

	/** Enabled only while something is selected. */
	void addForSelection(String text, Runnable task) {
		forSelection.add(button(text, task));
	}

	void setEnabled(boolean selected) {
		forSelection.forEach(b -> b.setEnabled(selected));
	}

	private Button button(String text, Runnable task) {
		Button button = new Button(column, SWT.PUSH);
		button.setText(text);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
		button.addListener(SWT.Selection, e -> task.run());
		return button;
	}
}

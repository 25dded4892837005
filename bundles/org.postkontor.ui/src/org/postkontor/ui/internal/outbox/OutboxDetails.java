package org.postkontor.ui.internal.outbox;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.AccessibleName;

/** How the selected mail stands, to be read and copied, and the one button that helps. */
final class OutboxDetails {
	private final Composite composite;
	private final Text text;
	private final Button action;
	private Runnable task = () -> {
	};

	OutboxDetails(Composite parent) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 6).spacing(8, 0).applyTo(composite);
		text = new Text(composite, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
		text.setBackground(composite.getBackground());
		new AccessibleName(OutboxMessages.detailsName).of(text);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(text);
		action = new Button(composite, SWT.PUSH);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(action);
		action.addListener(SWT.Selection, e -> task.run());
		show(OutboxMessages.detailsNone, "", () -> {
		});
	}

	Composite control() {
		return composite;
	}

	void show(String reason, String actionLabel, Runnable newTask) {
		task = newTask;
		if (reason.equals(text.getText()) && actionLabel.equals(action.getText())) {
			return; // keeps what somebody has marked in order to copy it
		}
		text.setText(reason);
		action.setText(actionLabel);
		action.setVisible(!actionLabel.isEmpty());
		((GridData) action.getLayoutData()).exclude = actionLabel.isEmpty();
		composite.getParent().layout(true, true);
	}
}

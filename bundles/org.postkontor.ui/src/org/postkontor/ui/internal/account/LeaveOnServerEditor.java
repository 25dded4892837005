package org.postkontor.ui.internal.account;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.prompt.Visible;

/** How long mails stay on a POP3 server: a check box, and the days for those who do not want them there for ever. */
final class LeaveOnServerEditor {
	/** What somebody who unchecks the box is offered first: time to change one's mind. */
	private static final int USUAL_DAYS = 14;

	private final Composite row;
	private final Button leave;
	private final Spinner days;

	LeaveOnServerEditor(Composite parent, int columns) {
		row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
		GridDataFactory.fillDefaults().span(columns, 1).grab(true, false).applyTo(row);
		leave = new Button(row, SWT.CHECK);
		leave.setText(AccountMessages.leaveOnServer);
		leave.setToolTipText(AccountMessages.deletesWarning);
		Label label = new Label(row, SWT.NONE);
		label.setText(AccountMessages.daysOnServer);
		GridDataFactory.swtDefaults().indent(12, 0).applyTo(label);
		days = new Spinner(row, SWT.BORDER);
		days.setMinimum(0);
		days.setMaximum(LeaveOnServer.MOST_DAYS);
		days.setToolTipText(AccountMessages.deletesWarning);
		new AccessibleName(AccountMessages.daysOnServer.replace("&", "")).of(days);
		leave.addListener(SWT.Selection, e -> days.setEnabled(!leave.getSelection()));
	}

	void show(LeaveOnServer value) {
		leave.setSelection(value.isAlways());
		days.setSelection(value.days().orElse(USUAL_DAYS));
		days.setEnabled(!value.isAlways());
	}

	LeaveOnServer value() {
		return leave.getSelection() ? LeaveOnServer.ALWAYS : LeaveOnServer.days(days.getSelection());
	}

	void onChange(Runnable listener) {
		leave.addListener(SWT.Selection, e -> listener.run());
		days.addListener(SWT.Modify, e -> listener.run());
		days.addListener(SWT.Selection, e -> listener.run());
	}

	void setVisible(boolean visible) {
		new Visible(visible).of(row);
	}
}

package org.postkontor.ui.internal.reminder;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The choices below "Later". */
final class SnoozeMenu {
	private final Menu menu;

	SnoozeMenu(Button owner, Consumer<SnoozeTime> chosen) {
		menu = new Menu(owner);
		owner.setMenu(menu);
		add(SnoozeTime.HOUR, ReminderMessages.hour, chosen);
		add(SnoozeTime.TOMORROW, ReminderMessages.tomorrow, chosen);
		add(SnoozeTime.SESSION, ReminderMessages.session, chosen);
		owner.addListener(SWT.Selection, e -> menu.setVisible(true));
	}

	private void add(SnoozeTime time, String label, Consumer<SnoozeTime> chosen) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(label);
		item.addListener(SWT.Selection, e -> chosen.accept(time));
	}
}

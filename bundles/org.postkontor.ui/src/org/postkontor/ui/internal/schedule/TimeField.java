package org.postkontor.ui.internal.schedule;

import java.time.LocalDateTime;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.postkontor.ui.internal.AccessibleName;

/** A check box with a date and a time; for a parent with a grid layout of three columns. */
final class TimeField {
	private final Button check;
	private final DateTime date;
	private final DateTime time;

	TimeField(Composite parent, String label, String dateName, String timeName) {
		check = new Button(parent, SWT.CHECK);
		check.setText(label);
		date = new DateTime(parent, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER);
		new AccessibleName(dateName).of(date);
		GridDataFactory.fillDefaults().applyTo(date);
		time = new DateTime(parent, SWT.TIME | SWT.SHORT | SWT.BORDER);
		new AccessibleName(timeName).of(time);
		GridDataFactory.fillDefaults().applyTo(time);
		check.addListener(SWT.Selection, e -> update());
	}

	/** @param proposed what is shown as long as nothing is chosen */
	void show(Optional<LocalDateTime> value, LocalDateTime proposed) {
		LocalDateTime shown = value.orElse(proposed);
		check.setSelection(value.isPresent());
		date.setDate(shown.getYear(), shown.getMonthValue() - 1, shown.getDayOfMonth());
		time.setTime(shown.getHour(), shown.getMinute(), 0);
		update();
	}

	Optional<LocalDateTime> value() {
		return check.getSelection() ? Optional.of(LocalDateTime.of(date.getYear(), date.getMonth() + 1, date.getDay(), time.getHours(), time.getMinutes()))
				: Optional.empty();
	}

	void onChange(Runnable listener) {
		check.addListener(SWT.Selection, e -> listener.run());
		date.addListener(SWT.Selection, e -> listener.run());
		time.addListener(SWT.Selection, e -> listener.run());
	}

	private void update() {
		date.setEnabled(check.getSelection());
		time.setEnabled(check.getSelection());
	}
}

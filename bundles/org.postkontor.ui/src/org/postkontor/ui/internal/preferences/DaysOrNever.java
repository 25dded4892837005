package org.postkontor.ui.internal.preferences;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.postkontor.outbox.Tidying;

/** Whether something happens by itself, and after how many days; for a grid of two columns. Cannot be changed before it has a value. */
final class DaysOrNever {
	/** What somebody who checks the box is offered first. */
	private static final Duration USUAL = Duration.ofDays(7);

	private final Button check;
	private final NumberField days;
	private Optional<Duration> before = Optional.empty();

	DaysOrNever(Composite parent, String label) {
		check = new Button(parent, SWT.CHECK);
		check.setText(label);
		check.setEnabled(false);
		days = new NumberField(parent, label, PreferenceMessages.daysInvalid, 0, Tidying.LONGEST.toDays());
		check.addListener(SWT.Selection, e -> days.setEnabled(check.getSelection()));
	}

	void onChange(Runnable listener) {
		check.addListener(SWT.Selection, e -> listener.run());
		days.onChange(listener);
	}

	/** @param time what holds; empty for never */
	void show(Optional<Duration> time) {
		before = time;
		fill(time);
	}

	/** @param time what to choose instead */
	void fill(Optional<Duration> time) {
		check.setEnabled(true);
		check.setSelection(time.isPresent());
		days.show(new WholeDays(time.orElse(USUAL)).days());
		days.setEnabled(time.isPresent());
	}

	/** What is chosen, as long as there is no {@link #mistake}. */
	Optional<Duration> value() {
		Duration old = before.orElse(Duration.ZERO);
		return check.getSelection() ? Optional.of(new WholeDays(old).changedTo(days.value().orElse(0))) : Optional.empty();
	}

	/** What is wrong; empty if nothing is. */
	String mistake() {
		return days.mistake();
	}
}

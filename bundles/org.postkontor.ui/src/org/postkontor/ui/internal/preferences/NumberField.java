package org.postkontor.ui.internal.preferences;

import java.util.OptionalLong;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.AccessibleName;

/** A whole number; cannot be changed before it has a value. */
final class NumberField {
	private static final int WIDTH = 60;

	private final Text text;
	private final String mistake;
	private final long least;
	private final long most;

	/** @param mistake what to say about what is not a number from {@code least} to {@code most}, which it gets as arguments */
	NumberField(Composite parent, String label, String mistake, long least, long most) {
		this.mistake = mistake;
		this.least = least;
		this.most = most;
		text = new Text(parent, SWT.BORDER);
		text.setTextLimit(String.valueOf(most).length() + 1);
		text.setEnabled(false);
		new AccessibleName(label.replace("&", "")).of(text);
		GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(text);
	}

	void onChange(Runnable listener) {
		text.addListener(SWT.Modify, e -> listener.run());
	}

	void show(long value) {
		text.setEnabled(true);
		text.setText(String.valueOf(value));
	}

	/** While it cannot be changed, nothing is wrong with it. */
	void setEnabled(boolean enabled) {
		text.setEnabled(enabled);
	}

	/** Empty before it has one, and if it is not valid. */
	OptionalLong value() {
		String typed = text.getText().strip();
		if (!typed.matches("[0-9]{1,9}")) {
			return OptionalLong.empty();
		}
		long value = Long.parseLong(typed);
		return value < least || value > most ? OptionalLong.empty() : OptionalLong.of(value);
	}

	/** What is wrong; empty if nothing is. */
	String mistake() {
		return text.getEnabled() && value().isEmpty() ? NLS.bind(mistake, least, most) : "";
	}
}

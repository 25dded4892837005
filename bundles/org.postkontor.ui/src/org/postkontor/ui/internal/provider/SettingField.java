package org.postkontor.ui.internal.provider;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** One setting of a binding as a field with its label and an explanation; empty means not set. */
final class SettingField {
	private static final int WIDTH = 420;

	private final String name;
	private final Composite composite;
	private final Text text;

	SettingField(Composite parent, String name, String label, String example, String explanation) {
		this.name = name;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		Label title = new Label(composite, SWT.NONE);
		title.setText(label);
		text = new Text(composite, SWT.BORDER | SWT.SINGLE);
		text.setMessage(example);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		Label hint = new Label(composite, SWT.WRAP);
		hint.setText(explanation.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(hint);
	}

	Control control() {
		return composite;
	}

	void onChange(Runnable listener) {
		text.addListener(SWT.Modify, e -> listener.run());
	}

	String value() {
		return text.getText().strip();
	}

	void read(Map<String, String> settings) {
		text.setText(settings.getOrDefault(name, ""));
	}

	Map<String, String> write(Map<String, String> settings) {
		Map<String, String> changed = new LinkedHashMap<>(settings);
		changed.remove(name);
		if (!value().isEmpty()) {
			changed.put(name, value());
		}
		return changed;
	}
}

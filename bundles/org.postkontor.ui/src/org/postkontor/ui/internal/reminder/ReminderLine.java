package org.postkontor.ui.internal.reminder;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;

/** One sentence with the button that helps and the one that puts off. */
final class ReminderLine {
	private final Composite line;
	private final Label text;

	ReminderLine(Composite parent, Icon icon, String action, Runnable task, Consumer<SnoozeTime> snooze) {
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).spacing(8, 0).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(line);
		new AccessibleName(ReminderMessages.bannerName).of(line);
		Label image = new Label(line, SWT.NONE);
		image.setImage(new Icons(line).get(icon));
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(image);
		text = new Label(line, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(150, SWT.DEFAULT).applyTo(text);
		Button button = new Button(line, SWT.PUSH);
		button.setText(action);
		button.addListener(SWT.Selection, e -> task.run());
		Button later = new Button(line, SWT.PUSH);
		later.setText(ReminderMessages.later);
		later.setToolTipText(ReminderMessages.laterHint);
		new SnoozeMenu(later, snooze);
		line.setVisible(false);
	}

	/** Hides itself without a sentence. */
	void show(String sentence) {
		text.setText(sentence.replace("&", "&&"));
		((GridData) line.getLayoutData()).exclude = sentence.isEmpty();
		line.setVisible(!sentence.isEmpty());
	}
}

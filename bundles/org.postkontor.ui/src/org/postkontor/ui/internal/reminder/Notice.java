package org.postkontor.ui.internal.reminder;

import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** A notification in a corner of the screen, one at a time; it does not take the keyboard and goes by itself. */
public final class Notice {
	private static final Duration USUAL = Duration.ofSeconds(30);
	private static final int WIDTH = 320;

	private final Display display;
	private final Duration shown;
	private @Nullable NotificationPopup popup;

	public Notice(Display display) {
		this(display, USUAL);
	}

	/** @param shown how long it is seen */
	public Notice(Display display, Duration shown) {
		this.display = display;
		this.shown = shown;
	}

	/** Takes the place of the one before. @param button label of the one button; empty for none */
	public void show(String title, String text, String button, Runnable task) {
		close();
		NotificationPopup opened = NotificationPopup.forDisplay(display).title(title, true).content(parent -> content(parent, title, text, button, task))
				.delay(shown.toMillis()).build();
		popup = opened;
		opened.open();
	}

	public void close() {
		NotificationPopup open = popup;
		popup = null;
		if (open != null && !display.isDisposed()) {
			open.close();
		}
	}

	private Control content(Composite parent, String title, String text, String button, Runnable task) {
		parent.getShell().setText(title); // for screen readers: the window shows no title bar
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(area);
		Label label = new Label(area, SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		if (!button.isEmpty()) {
			Button push = new Button(area, SWT.PUSH);
			push.setText(button);
			GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(push);
			push.addListener(SWT.Selection, e -> {
				close();
				task.run();
			});
		}
		return area;
	}
}

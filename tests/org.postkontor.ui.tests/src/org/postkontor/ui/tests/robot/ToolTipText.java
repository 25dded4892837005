package org.postkontor.ui.tests.robot;

import java.util.Arrays;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** What the tool tip of a table says. On the user interface's thread only. */
public record ToolTipText(String text) {
	/** Whether it is seen now. */
	public boolean isShown(Display display) {
		return Arrays.stream(display.getShells()).filter(Shell::isVisible).filter(shell -> shell.getText().isEmpty())
				.flatMap(shell -> new WidgetTree(shell).all(CLabel.class)).anyMatch(label -> text.equals(label.getText()));
	}
}

package org.postkontor.ui.internal.prompt;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A window whose content got more: lays it out, and makes the window higher if it needs to be. */
public record GrowingShell(Control changed) {
	public void fit() {
		Shell shell = changed.getShell();
		changed.requestLayout();
		if (shell.isVisible() && !shell.getMaximized()) {
			Point size = shell.getSize();
			int wanted = Math.min(shell.computeSize(size.x, SWT.DEFAULT).y, shell.getMonitor().getClientArea().height);
			if (wanted > size.y) {
				shell.setSize(size.x, wanted);
			}
		}
	}
}

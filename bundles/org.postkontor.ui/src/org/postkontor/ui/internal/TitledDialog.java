package org.postkontor.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A window over another one, with a title and a message above what it is about; its size can be changed. */
public abstract class TitledDialog extends TitleAreaDialog {
	private static final int MARGIN = 12;

	private final String windowTitle;

	protected TitledDialog(@Nullable Shell parent, String windowTitle) {
		super(parent);
		this.windowTitle = windowTitle;
		setHelpAvailable(false);
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(windowTitle);
		}
	}

	@Override
	protected final Control createDialogArea(@Nullable Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		Composite area = new Composite(outer, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(MARGIN, MARGIN).spacing(8, 8).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		fill(area);
		return outer;
	}

	/** Sets title and message, and makes the content. @param area with a grid of one column, and margins */
	protected abstract void fill(Composite area);
}

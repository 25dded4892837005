package org.postkontor.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What a list shows instead of nothing: says what to do, with one link that does it. */
public final class EmptyState {
	private final Composite composite;
	private final Label title;
	private final Label hint;
	private final Link link;

	public EmptyState(Composite parent, Icon icon) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(16, 16).spacing(4, 6).applyTo(composite);
		Label image = new Label(composite, SWT.NONE);
		image.setImage(new Icons(composite).get(icon));
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.END).grab(true, true).applyTo(image);
		title = new Label(composite, SWT.CENTER | SWT.WRAP);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(title);
		hint = new Label(composite, SWT.CENTER | SWT.WRAP);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(hint);
		link = new Link(composite, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, true).applyTo(link);
	}

	public Composite control() {
		return composite;
	}

	/** Onto the link: where there is nothing else, the keyboard is there. */
	public void setFocus() {
		link.setFocus();
	}

	public boolean isFocused() {
		return link.isFocusControl();
	}

	/** @param action label of the link */
	public void show(String newTitle, String newHint, String action) {
		title.setText(newTitle);
		hint.setText(newHint);
		link.setText("<a>" + action + "</a>");
		composite.layout(true, true);
	}

	public void onLink(Runnable task) {
		link.addListener(SWT.Selection, e -> task.run());
	}
}

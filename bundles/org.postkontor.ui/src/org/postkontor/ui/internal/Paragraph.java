package org.postkontor.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * A text of several lines in a grid: as wide as there is room, and as high as it then needs.
 *
 * @param width in pixels, wanted before the window is laid out
 * @param span  columns of the grid
 */
public record Paragraph(int width, int span) {
	public Paragraph(int width) {
		this(width, 1);
	}

	/** An empty one, to be filled later; callers of {@code setText} double each {@code &}. */
	public Label in(Composite parent) {
		Label label = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(span, 1).hint(width, SWT.DEFAULT).applyTo(label);
		return label;
	}

	/** @param text any text; an ampersand is shown as one */
	public Label in(Composite parent, String text) {
		Label label = in(parent);
		label.setText(text.replace("&", "&&"));
		return label;
	}
}

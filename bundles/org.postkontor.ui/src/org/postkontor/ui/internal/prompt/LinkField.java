package org.postkontor.ui.internal.prompt;

import java.net.URI;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.problem.ClipboardText;

/** The link of a sign-in, to copy. It holds the state of the sign-in: disposed with it. */
final class LinkField {
	/** @param opened whether a browser was started, so that the link is only the second choice */
	LinkField(Composite parent, URI link, boolean opened) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		Label hint = new Label(composite, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(440, SWT.DEFAULT).applyTo(hint);
		Text text = new Text(composite, SWT.BORDER | SWT.READ_ONLY | SWT.SINGLE);
		new AccessibleName(PromptMessages.link).of(text);
		GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(text);
		Button copy = new Button(composite, SWT.PUSH);
		copy.setText(PromptMessages.copyLink);
		copy.addListener(SWT.Selection, e -> ClipboardText.copy(composite.getDisplay(), text.getText()));
		hint.setText(opened ? PromptMessages.linkHint : PromptMessages.noBrowser);
		text.setText(link.toString());
	}
}

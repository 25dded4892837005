package org.postkontor.ui.internal.signin;

import java.net.URI;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.problem.ClipboardText;

/** A link or a code to copy. */
final class LinkField {
	private final Composite composite;
	private final Label hint;
	private final Text text;
	private final Button copy;

	LinkField(Composite parent) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(460, SWT.DEFAULT).applyTo(composite);
		hint = new Label(composite, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(440, SWT.DEFAULT).applyTo(hint);
		text = new Text(composite, SWT.BORDER | SWT.READ_ONLY | SWT.SINGLE);
		GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(text);
		copy = new Button(composite, SWT.PUSH);
		copy.addListener(SWT.Selection, e -> ClipboardText.copy(composite.getDisplay(), text.getText()));
		hide();
	}

	void showLink(URI link, String newHint) {
		show(newHint, link.toString(), SignInMessages.copyLink);
	}

	void showCode(String newHint, String code) {
		show(newHint, code, SignInMessages.copyCode);
	}

	/** Forgets the link, too: it holds the state of the sign-in. */
	void hide() {
		text.setText("");
		setVisible(false);
	}

	private void show(String newHint, String value, String copyLabel) {
		hint.setText(newHint.replace("&", "&&"));
		text.setText(value);
		copy.setText(copyLabel);
		setVisible(true);
	}

	private void setVisible(boolean visible) {
		composite.setVisible(visible);
		((GridData) composite.getLayoutData()).exclude = !visible;
	}
}

package org.postkontor.ui.internal.signin;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.auth.Secret;

/** A password, or another secret, with its label and a way to look at it. Keeps nothing after {@link #clear}. */
final class PasswordField {
	private final Composite composite;
	private final Label label;
	private final Text text;
	private final Button show;

	PasswordField(Composite parent) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(composite);
		label = new Label(composite, SWT.NONE);
		text = new Text(composite, SWT.BORDER | SWT.SINGLE);
		char hidden = '\u2022';
		text.setEchoChar(hidden);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		show = new Button(composite, SWT.CHECK);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(show);
		show.addListener(SWT.Selection, e -> text.setEchoChar(show.getSelection() ? '\0' : hidden));
		ask(SignInMessages.password, SignInMessages.show);
	}

	/**
	 * Says what is asked for: nobody is to type the password of the mailbox where another secret is meant.
	 *
	 * @param look label of the check box that shows what was typed
	 */
	void ask(String what, String look) {
		label.setText(what);
		show.setText(look);
		composite.layout(true, true);
	}

	void onEnter(Runnable task) {
		text.addListener(SWT.DefaultSelection, e -> task.run());
	}

	void setVisible(boolean visible) {
		composite.setVisible(visible);
		((GridData) composite.getLayoutData()).exclude = !visible;
	}

	boolean isEmpty() {
		return text.getCharCount() == 0;
	}

	Secret secret() {
		return Secret.of(text.getText());
	}

	void clear() {
		text.setText("");
	}

	/** False if it is not shown. */
	boolean setFocus() {
		return composite.getVisible() && text.setFocus();
	}
}

package org.postkontor.ui.internal.preferences;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.account.AccountEdit;
import org.postkontor.ui.internal.account.AccountMessages;

/** Names of the selected account. */
final class AccountNames {
	private final Group group;
	private final Text name;
	private final Text sender;
	private Optional<AccountEdit> shown = Optional.empty();
	private Consumer<AccountEdit> listener = edit -> {
	};
	private boolean filling;

	AccountNames(Composite parent) {
		group = new Group(parent, SWT.NONE);
		group.setText(PreferenceMessages.details);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
		name = text(AccountMessages.accountName);
		sender = text(AccountMessages.senderName);
		sender.setMessage(AccountMessages.senderNameHint);
		show(Optional.empty());
	}

	Control control() {
		return group;
	}

	void onChange(Consumer<AccountEdit> newListener) {
		listener = newListener;
	}

	void show(Optional<AccountEdit> edit) {
		if (edit.equals(shown) && edit.isPresent()) {
			return;
		}
		shown = edit;
		filling = true;
		name.setText(edit.map(AccountEdit::name).orElse(""));
		sender.setText(edit.map(AccountEdit::senderName).orElse(""));
		filling = false;
		name.setEnabled(edit.isPresent());
		sender.setEnabled(edit.isPresent());
	}

	private void typed() {
		if (!filling) {
			shown = shown.map(e -> new AccountEdit(e.before(), name.getText(), sender.getText(), e.servers()));
			shown.ifPresent(listener);
		}
	}

	private Text text(String label) {
		Label control = new Label(group, SWT.NONE);
		control.setText(label);
		Text text = new Text(group, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		text.addListener(SWT.Modify, e -> typed());
		return text;
	}
}

package org.postkontor.ui.internal.account;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.TitledDialog;
import org.postkontor.ui.internal.UiContext;

/** Edits names and servers of an account. The result is taken from {@link #edit} after OK. */
public final class AccountEditDialog extends TitledDialog {
	private final UiContext context;
	private AccountEdit edit;

	public AccountEditDialog(@Nullable Shell parent, UiContext context, AccountEdit edit) {
		super(parent, AccountMessages.editTitle);
		this.context = context;
		this.edit = edit;
	}

	public AccountEdit edit() {
		return edit;
	}

	@Override
	protected void fill(Composite area) {
		((GridLayout) area.getLayout()).numColumns = 2;
		Text name = text(area, AccountMessages.accountName, edit.name());
		Text sender = text(area, AccountMessages.senderName, edit.senderName());
		sender.setMessage(AccountMessages.senderNameHint);
		ServersForm servers = new ServersForm(area, context.services().providers().descriptions());
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(servers.control());
		servers.show(edit.servers());
		Runnable changed = () -> {
			edit = new AccountEdit(edit.before(), name.getText(), sender.getText(), servers.drafts());
			validate();
		};
		name.addListener(SWT.Modify, e -> changed.run());
		sender.addListener(SWT.Modify, e -> changed.run());
		servers.onChange(changed);
		setTitle(edit.before().address().toString());
		setMessage(NLS.bind(AccountMessages.editMessage, edit.before().address()));
	}

	private void validate() {
		Optional<String> mistake = edit.mistake();
		setErrorMessage(mistake.isPresent() ? mistake.get() : null);
		if (mistake.isEmpty()) {
			Optional<String> warning = edit.warning();
			setMessage(warning.orElseGet(() -> NLS.bind(AccountMessages.editMessage, edit.before().address())),
					warning.isPresent() ? IMessageProvider.WARNING : IMessageProvider.NONE);
		}
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null) {
			ok.setEnabled(mistake.isEmpty());
		}
	}

	private static Text text(Composite area, String label, String value) {
		Label control = new Label(area, SWT.NONE);
		control.setText(label);
		Text text = new Text(area, SWT.BORDER);
		text.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		return text;
	}
}

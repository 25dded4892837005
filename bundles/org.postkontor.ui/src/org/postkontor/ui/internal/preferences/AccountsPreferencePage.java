package org.postkontor.ui.internal.preferences;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.account.AccountEdit;
import org.postkontor.ui.internal.account.AccountEditDialog;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.account.AccountRow;
import org.postkontor.ui.internal.account.AccountRows;
import org.postkontor.ui.internal.account.AccountTable;
import org.postkontor.ui.internal.account.RemoveAccount;
import org.postkontor.ui.internal.operation.Snapshot;

/** The accounts with their names and servers. Nothing is changed before Apply. */
public final class AccountsPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	private final UiContext context;
	private final AccountActions actions;
	private final Snapshot<List<AccountRow>> accounts;
	private AccountsDraft draft = AccountsDraft.of(List.of());
	private @Nullable AccountTable table;
	private @Nullable AccountNames names;

	public AccountsPreferencePage(UiContext context, AccountActions actions) {
		this.context = context;
		this.actions = actions;
		this.accounts = new Snapshot<>(List.of(), AccountMessages.jobLoad, new AccountRows(context.services()), context.background(),
				context.problems()::show);
		setDescription(PreferenceMessages.accountsDescription);
	}

	@Override
	public void init(@Nullable IWorkbench workbench) {
		accounts.onChange(() -> {
			draft = draft.merged(accounts.value().stream().map(AccountRow::account).toList());
			refresh();
		});
		accounts.follow(context.services().accounts()::listen);
		accounts.follow(context.services().broker()::listen);
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		area.addListener(SWT.Dispose, e -> accounts.close());
		AccountTable list = new AccountTable(area, Formats.ofUser());
		GridDataFactory.fillDefaults().grab(true, true).hint(480, 180).applyTo(list.control());
		table = list;
		AccountButtons buttons = new AccountButtons(area);
		buttons.add(PreferenceMessages.add, actions::newAccount);
		buttons.addForSelection(PreferenceMessages.edit, () -> selected().ifPresent(this::editServers));
		buttons.addForSelection(PreferenceMessages.test, () -> list.selected().ifPresent(r -> actions.test(r.account())));
		buttons.addForSelection(AccountMessages.signIn, () -> list.selected().ifPresent(r -> actions.signIn(r.account())));
		buttons.addForSelection(PreferenceMessages.remove, () -> selected().ifPresent(this::remove));
		AccountNames fields = new AccountNames(area);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(fields.control());
		fields.onChange(edit -> change(draft.with(edit)));
		names = fields;
		list.table().addListener(SWT.Selection, e -> fields.show(selected()));
		accounts.onChange(() -> {
			fields.show(selected());
			buttons.setEnabled(list.selected().isPresent());
		});
		buttons.setEnabled(false);
		accounts.reload();
		return area;
	}

	/** Puts the selected account back to its address as name and the servers known for its domain. */
	@Override
	protected void performDefaults() {
		selected().ifPresent(edit -> {
			Optional<AccountEdit> restored = new DefaultServers(context.services().presets()).of(edit);
			restored.ifPresent(r -> change(draft.with(r)));
			Object domain = edit.before().address().domain();
			setMessage(restored.isPresent() ? NLS.bind(PreferenceMessages.restored, edit.before().address(), domain)
					: NLS.bind(PreferenceMessages.noDefaults, domain), INFORMATION);
			AccountNames fields = names;
			if (fields != null) {
				fields.show(selected());
			}
		});
		super.performDefaults();
	}

	/** Saves in the background: what is refused is shown, what was typed is not lost before. */
	@Override
	public boolean performOk() {
		if (draft.mistake().isPresent()) {
			return false;
		}
		AccountsDraft applied = draft;
		if (!applied.changed().isEmpty() || !applied.gone().isEmpty()) {
			context.background().start(PreferenceMessages.jobApply, monitor -> {
				for (Account account : applied.changed()) {
					context.services().accounts().save(account);
				}
				for (Account account : applied.gone()) {
					new RemoveAccount(context.services(), account).run(monitor);
				}
				return applied;
			}, done -> {
			}, context.problems()::show);
		}
		return true;
	}

	@Override
	public void dispose() {
		accounts.close();
		super.dispose();
	}

	private Optional<AccountEdit> selected() {
		AccountTable list = table;
		return list == null ? Optional.empty() : list.selected().flatMap(r -> Optional.ofNullable(draft.edits().get(r.account().id())));
	}

	private void editServers(AccountEdit edit) {
		AccountEditDialog dialog = new AccountEditDialog(getShell(), context, edit);
		if (dialog.open() == Window.OK) {
			change(draft.with(dialog.edit()));
			refresh();
		}
	}

	private void remove(AccountEdit edit) {
		if (MessageDialog.openQuestion(getShell(), AccountMessages.removeTitle, NLS.bind(AccountMessages.removeQuestion, edit.before().address()))) {
			change(draft.without(edit.before().id()));
			refresh();
		}
	}

	private void change(AccountsDraft changed) {
		draft = changed;
		Optional<String> mistake = draft.mistake();
		setErrorMessage(mistake.isPresent() ? mistake.get() : null);
		setValid(mistake.isEmpty());
	}

	private void refresh() {
		AccountTable list = table;
		if (list != null) {
			list.show(accounts.value().stream().filter(r -> !draft.removed().contains(r.account().id())).toList());
		}
	}
}

package org.postkontor.ui.internal.health;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.postkontor.auth.TokenVault;
import org.postkontor.ui.internal.ActionBinder;
import org.postkontor.ui.internal.CommandAction;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;

/**
 * The sign-ins, how they are kept, and the providers that were found. Nothing here waits for Apply; Restore Defaults brings
 * back reminders that were put off.
 */
public final class SignInsPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	private final UiContext context;
	private final AccountActions accountActions;

	public SignInsPreferencePage(UiContext context, AccountActions accountActions) {
		this.context = context;
		this.accountActions = accountActions;
		setDescription(HealthMessages.pageDescription);
	}

	@Override
	public void init(@Nullable IWorkbench workbench) {
		// everything comes from the services
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		super.createControl(parent);
		Button apply = getApplyButton();
		if (apply != null) {
			apply.setVisible(false);
		}
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		Label lock = new Label(area, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(lock);
		Label vault = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(460, SWT.DEFAULT).applyTo(vault);
		SignInsPane pane = new SignInsPane(area, context, accountActions::newAccount);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(560, 310).applyTo(pane.control());
		buttons(area, pane);
		Label title = new Label(area, SWT.NONE);
		title.setText(HealthMessages.providers);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(title);
		ProviderList providers = new ProviderList(area);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(560, SWT.DEFAULT).applyTo(providers.control());
		Icons icons = new Icons(area);
		context.background().startQuietly(HealthMessages.jobLoad, new ProviderList.Load(context.services()), UiContext.whileAlive(area, content -> {
			providers.show(content, context.services().texts(), Formats.ofUser());
			lock.setImage(icons.get(content.vault() == TokenVault.State.SESSION_ONLY ? Icon.WARNING : Icon.OK));
			vault.setText(vaultText(content.vault()));
			area.layout(true, true);
		}), context.problems()::show);
		return area;
	}

	@Override
	protected void performDefaults() {
		boolean any = context.services().reminderTimes().anySnoozed();
		setMessage(any ? HealthMessages.remindersRestored : HealthMessages.noReminders, INFORMATION);
		if (any) {
			context.background().startQuietly(HealthMessages.jobLoad, monitor -> {
				context.services().reminderTimes().forgetAll();
				return monitor;
			}, done -> {
			}, context.problems()::show);
		}
		super.performDefaults();
	}

	private void buttons(Composite area, SignInsPane pane) {
		Composite row = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(row);
		List<CommandAction> actions = new SignInsActions(context, accountActions, this::getShell, pane::selected, text -> setMessage(text, INFORMATION),
				pane::reload).all();
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
		List<Button> buttons = new ArrayList<>();
		for (CommandAction action : actions) {
			Button button = new Button(row, SWT.PUSH);
			button.setText(action.getText());
			GridDataFactory.fillDefaults().applyTo(button);
			button.addListener(SWT.Selection, e -> action.run());
			buttons.add(button);
		}
		ActionBinder binder = new ActionBinder(actions);
		binder.contextMenu(pane.table());
		Runnable update = () -> {
			binder.update();
			for (int i = 0; i < actions.size(); i++) {
				new Enabled(actions.get(i).isEnabled()).of(buttons.get(i));
			}
		};
		pane.onSelect(update);
		update.run();
	}

	private static String vaultText(TokenVault.State state) {
		return switch (state) {
		case ENCRYPTED -> HealthMessages.vaultEncrypted;
		case SESSION_ONLY -> HealthMessages.vaultSessionOnly;
		case UNKNOWN -> HealthMessages.vaultUnknown;
		};
	}
}

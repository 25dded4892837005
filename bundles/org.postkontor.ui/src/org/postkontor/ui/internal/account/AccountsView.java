package org.postkontor.ui.internal.account;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.ActionBinder;
import org.postkontor.ui.internal.CommandAction;
import org.postkontor.ui.internal.EmptyState;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Snapshot;

/** The accounts with what can be done with them. */
public final class AccountsView extends ViewPart {
	private final UiContext context;
	private final AccountActions actions;
	private final Snapshot<List<AccountRow>> accounts;
	private @Nullable AccountTable table;
	private @Nullable DamagedAccounts damaged;

	public AccountsView(UiContext context, AccountActions actions) {
		this.context = context;
		this.actions = actions;
		this.accounts = new Snapshot<>(List.of(), AccountMessages.jobLoad, new AccountRows(context.services()), context.background(),
				context.problems()::show);
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		Composite column = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
		damaged = new DamagedAccounts(column, context);
		Composite stack = new Composite(column, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		StackLayout layout = new StackLayout();
		stack.setLayout(layout);
		AccountTable list = new AccountTable(stack, Formats.ofUser());
		table = list;
		EmptyState empty = new EmptyState(stack, Icon.ACCOUNT);
		empty.show(AccountMessages.empty, AccountMessages.emptyHint, AccountMessages.newAccount);
		empty.onLink(actions::newAccount);
		ActionBinder binder = new ActionBinder(actions(list));
		binder.bindTo(getViewSite(), list.table());
		list.table().addListener(SWT.Selection, e -> binder.update());
		list.table().addListener(SWT.DefaultSelection, e -> list.selected().ifPresent(r -> actions.edit(r.account())));
		accounts.onChange(() -> {
			list.show(accounts.value());
			layout.topControl = accounts.value().isEmpty() ? empty.control() : list.control();
			stack.layout();
			binder.update();
		});
		layout.topControl = list.control();
		binder.update();
		accounts.follow(context.services().accounts()::listen);
		accounts.follow(context.services().broker()::listen);
		accounts.reload();
	}

	@Override
	public void setFocus() {
		AccountTable list = table;
		if (list != null && list.table().isVisible()) {
			list.table().setFocus();
		}
	}

	@Override
	public void dispose() {
		accounts.close();
		DamagedAccounts line = damaged;
		if (line != null) {
			line.close();
		}
		super.dispose();
	}

	private List<CommandAction> actions(AccountTable list) {
		BooleanSupplier any = () -> list.selected().isPresent();
		return List.of(new CommandAction(AccountMessages.newAccountMenu, Icon.ACCOUNT_ADD, UiIds.NEW_ACCOUNT, () -> true, actions::newAccount),
				new CommandAction(AccountMessages.edit, Icon.EDIT, UiIds.EDIT_ACCOUNT, any, with(list, actions::edit)),
				new CommandAction(AccountMessages.test, Icon.TEST, UiIds.TEST_ACCOUNT, any, with(list, actions::test)),
				new CommandAction(AccountMessages.signIn, Icon.SIGN_IN, UiIds.SIGN_IN, any, with(list, actions::signIn)),
				new CommandAction(AccountMessages.addReceiving, Icon.INBOX, "", () -> onlySends(list), with(list, actions::addReceiving)),
				new CommandAction(AccountMessages.signOut, Icon.SIGN_OUT, UiIds.SIGN_OUT, () -> isSignedIn(list), with(list, actions::signOut)),
				new CommandAction(AccountMessages.removeTitle, Icon.REMOVE, UiIds.DELETE, any, with(list, actions::remove)));
	}

	private static boolean isSignedIn(AccountTable list) {
		return list.selected().filter(r -> r.account().endpoints().stream().anyMatch(e -> e.auth().session().isPresent())).isPresent();
	}

	private static boolean onlySends(AccountTable list) {
		return list.selected().filter(r -> r.account().endpoint(Direction.RECEIVE).isEmpty()).isPresent();
	}

	private static Runnable with(AccountTable list, Consumer<Account> task) {
		return () -> list.selected().ifPresent(r -> task.accept(r.account()));
	}
}

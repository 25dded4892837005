package org.postkontor.app.internal;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.postkontor.ui.UiIds;

/** Menus and tool bar. Views bring their own tool bars. */
final class PostkontorActionBarAdvisor extends ActionBarAdvisor {
	PostkontorActionBarAdvisor(@Nullable IActionBarConfigurer configurer) {
		super(configurer);
	}

	@Override
	protected void fillMenuBar(@Nullable IMenuManager bar) {
		if (bar == null) {
			return;
		}
		MenuManager file = menu(bar, AppMessages.menuFile, IWorkbenchActionConstants.M_FILE);
		add(file, UiIds.NEW_ACCOUNT, AppMessages.newAccount);
		add(file, UiIds.WRITE, AppMessages.write);
		file.add(new Separator());
		add(file, UiIds.SEND_NOW, AppMessages.sendNow);
		add(file, UiIds.RECEIVE, AppMessages.receive);
		file.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(file, IWorkbenchCommandConstants.FILE_EXIT, AppMessages.exit);
		MenuManager edit = menu(bar, AppMessages.menuEdit, IWorkbenchActionConstants.M_EDIT);
		add(edit, IWorkbenchCommandConstants.EDIT_UNDO, AppMessages.undo);
		edit.add(new Separator());
		add(edit, IWorkbenchCommandConstants.EDIT_CUT, AppMessages.cut);
		add(edit, IWorkbenchCommandConstants.EDIT_COPY, AppMessages.copy);
		add(edit, IWorkbenchCommandConstants.EDIT_PASTE, AppMessages.paste);
		add(edit, IWorkbenchCommandConstants.EDIT_SELECT_ALL, AppMessages.selectAll);
		add(edit, UiIds.FIND, AppMessages.find);
		edit.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(edit, IWorkbenchCommandConstants.WINDOW_PREFERENCES, AppMessages.preferences);
		MenuManager view = menu(bar, AppMessages.menuView, "view");
		showView(view, UiIds.ACCOUNTS_VIEW, AppMessages.accounts);
		showView(view, UiIds.INBOX_VIEW, AppMessages.inbox);
		showView(view, UiIds.OUTBOX_VIEW, AppMessages.outbox);
		showView(view, UiIds.SIGN_INS_VIEW, AppMessages.signIns);
		showView(view, "org.postkontor.app.views.progress", AppMessages.progress);
		view.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(view, IWorkbenchCommandConstants.WINDOW_RESET_PERSPECTIVE, AppMessages.resetLayout);
		MenuManager help = menu(bar, AppMessages.menuHelp, IWorkbenchActionConstants.M_HELP);
		add(help, UiIds.HELP, AppMessages.helpContents);
		help.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(help, IWorkbenchCommandConstants.HELP_ABOUT, AppMessages.about);
	}

	@Override
	protected void fillCoolBar(@Nullable ICoolBarManager bar) {
		if (bar == null) {
			return;
		}
		ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
		tools.add(tool(UiIds.WRITE, AppMessages.write));
		tools.add(tool(UiIds.RECEIVE, AppMessages.receive));
		tools.add(tool(UiIds.SEND_NOW, AppMessages.sendNow));
		bar.add(new ToolBarContributionItem(tools, "org.postkontor.app.tools"));
	}

	private static MenuManager menu(IMenuManager bar, String label, String id) {
		MenuManager menu = new MenuManager(label, id);
		bar.add(menu);
		return menu;
	}

	private void add(MenuManager menu, String command, String label) {
		menu.add(new CommandContributionItem(parameter(command, label, CommandContributionItem.STYLE_PUSH)));
	}

	private void showView(MenuManager menu, String view, String label) {
		CommandContributionItemParameter parameter = parameter(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW, label, CommandContributionItem.STYLE_PUSH);
		parameter.id = view;
		parameter.parameters = Map.of(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW_PARM_ID, view);
		menu.add(new CommandContributionItem(parameter));
	}

	private CommandContributionItem tool(String command, String label) {
		CommandContributionItemParameter parameter = parameter(command, label.replace("&", ""), CommandContributionItem.STYLE_PUSH);
		parameter.mode = CommandContributionItem.MODE_FORCE_TEXT;
		return new CommandContributionItem(parameter);
	}

	private CommandContributionItemParameter parameter(String command, String label, int style) {
		CommandContributionItemParameter parameter = new CommandContributionItemParameter(getActionBarConfigurer().getWindowConfigurer().getWindow(),
				command, command, style);
		parameter.label = label;
		return parameter;
	}
}

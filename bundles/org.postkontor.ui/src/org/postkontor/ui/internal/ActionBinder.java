package org.postkontor.ui.internal;

import java.util.List;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.postkontor.ui.UiIds;

/** Puts actions into the places where users look for them. */
public final class ActionBinder {
	private final List<CommandAction> actions;

	public ActionBinder(List<CommandAction> actions) {
		this.actions = List.copyOf(actions);
	}

	/** Tool bar, keys and context menu of a view. */
	public void bindTo(IViewSite site, Control control) {
		IToolBarManager toolBar = site.getActionBars().getToolBarManager();
		actions.forEach(toolBar::add);
		IHandlerService handlers = site.getService(IHandlerService.class);
		for (CommandAction action : actions) {
			String command = action.getActionDefinitionId();
			if (command != null) {
				handlers.activateHandler(command, new ActionHandler(action));
			}
		}
		contextMenu(control);
		site.getActionBars().updateActionBars();
	}

	/** The usual key for finding something leads to the filter of the view. */
	public static void bindFind(IViewSite site, Runnable filter) {
		IHandlerService handlers = site.getService(IHandlerService.class);
		handlers.activateHandler(UiIds.FIND, new TaskHandler(filter));
	}

	/** Context menu only, for dialogs and preference pages. */
	public void contextMenu(Control control) {
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(m -> {
			update();
			actions.forEach(m::add);
		});
		control.setMenu(menu.createContextMenu(control));
	}

	/** Looks again which actions can run now. */
	public void update() {
		actions.forEach(CommandAction::update);
	}
}

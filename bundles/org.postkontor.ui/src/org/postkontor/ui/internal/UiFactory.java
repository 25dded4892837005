package org.postkontor.ui.internal;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IExecutableExtensionFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.account.AccountsView;
import org.postkontor.ui.internal.health.SignInsPreferencePage;
import org.postkontor.ui.internal.health.SignInsView;
import org.postkontor.ui.internal.help.OpenHelp;
import org.postkontor.ui.internal.inbox.InboxView;
import org.postkontor.ui.internal.inbox.ReceiveAll;
import org.postkontor.ui.internal.operation.Background;
import org.postkontor.ui.internal.operation.JobBackground;
import org.postkontor.ui.internal.outbox.OutboxCommands;
import org.postkontor.ui.internal.outbox.OutboxView;
import org.postkontor.ui.internal.preferences.AccountsPreferencePage;
import org.postkontor.ui.internal.preferences.OutboxPreferencePage;
import org.postkontor.ui.internal.problem.DialogProblemPresenter;

/**
 * Makes the parts, pages and handlers that plugin.xml names: the only place that looks services up; everything it makes
 * gets what it needs through its constructor.
 */
public final class UiFactory implements IExecutableExtensionFactory, IExecutableExtension {
	private @Nullable IConfigurationElement element;
	private String property = "";
	private String id = "";

	@Override
	public void setInitializationData(@Nullable IConfigurationElement config, @Nullable String propertyName, @Nullable Object data) {
		element = config;
		property = String.valueOf(propertyName);
		id = String.valueOf(data);
	}

	@Override
	public Object create() throws CoreException {
		UiContext context = context();
		AccountActions actions = new AccountActions(context, UiFactory::shell);
		Object made = switch (id) {
		case "accountsView" -> new AccountsView(context, actions);
		case "outboxView" -> new OutboxView(context, actions);
		case "inboxView" -> new InboxView(context, actions);
		case "signInsView" -> new SignInsView(context, actions);
		case "signInsPage" -> new SignInsPreferencePage(context, actions);
		case "outboxPage" -> new OutboxPreferencePage(context);
		case "accountsPage" -> new AccountsPreferencePage(context, actions);
		case "newAccount" -> new TaskHandler(actions::newAccount);
		case "write" -> new TaskHandler(() -> actions.write(Optional.empty()));
		case "sendNow" -> new TaskHandler(() -> new OutboxCommands(context).sendNow(summary -> {
		}));
		case "help" -> new TaskHandler(new OpenHelp(context, UiFactory::shell)::open);
		case "receive" -> new TaskHandler(() -> new ReceiveAll(context, actions).run());
		default -> throw new CoreException(Status.error("unknown part: " + id));
		};
		// The workbench hands its declaration only to the factory: pass on name and icon.
		if (made instanceof IExecutableExtension extension) {
			extension.setInitializationData(element, property, null);
		}
		return made;
	}

	/** What every part gets. @throws CoreException a service is missing */
	public static UiContext context() throws CoreException {
		UiServices services = PlatformUI.getWorkbench().getService(UiServices.class);
		if (services == null) {
			throw new CoreException(Status.error("a service that the user interface needs is missing; see the list of Declarative Services"));
		}
		Background background = new JobBackground(PlatformUI.getWorkbench().getDisplay());
		return new UiContext(services, background, new DialogProblemPresenter(services.texts(), UiFactory::shell));
	}

	/** Where windows open over: the active one. On the user interface's thread. */
	public static @Nullable Shell shell() {
		Display display = PlatformUI.getWorkbench().getDisplay();
		Shell active = display.getActiveShell();
		if (active != null) {
			return active;
		}
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return window == null ? null : window.getShell();
	}
}

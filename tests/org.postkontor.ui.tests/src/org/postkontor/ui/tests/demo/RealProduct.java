package org.postkontor.ui.tests.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.postkontor.account.HomeFolder;
import org.postkontor.app.internal.Environment;
import org.postkontor.app.internal.LaunchOptions;
import org.postkontor.testkit.Wait;
import org.postkontor.ui.BackgroundMail;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.signin.BrowserOpener;

/**
 * Puts the product's own services, made by Declarative Services from the options that a start has, in place of the fakes
 * of a running workbench; only the browser is somebody else's, and what the test says. Closing brings the fakes back.
 */
public final class RealProduct implements AutoCloseable {
	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final List<String> VIEWS = List.of(UiIds.ACCOUNTS_VIEW, UiIds.INBOX_VIEW, UiIds.OUTBOX_VIEW);

	private final BundleContext context = FrameworkUtil.getBundle(RealProduct.class).getBundleContext();
	private final IWorkbench workbench;
	private final AutoCloseable environment;
	private final UiServices services;
	private final ServiceRegistration<UiServices> registration;
	private final BackgroundMail mail;

	/** The product as it is, in a demo world. */
	public RealProduct(IWorkbench workbench, DemoFolder demo, Path home, BrowserOpener browser) throws Exception {
		this(workbench, new LaunchOptions(Optional.of(home), Optional.of(demo.branding()), Optional.of(demo.authority())),
				made -> new UiServices(made.accounts(), made.presets(), made.broker(), made.providers(), made.vault(), made.discovery(), made.check(),
						made.outbox(), made.inbox(), made.reader(), made.texts(), made.branding(), browser, made.signIns(), made.consents(), made.guides(),
						made.reminderTimes(), made.clock(), made.pages(), made.draftReader(), made.sendingPreferences(), made.transmissionLog(), made.loadedOutbox()));
	}

	/** @param used what the window uses of the services that were made */
	public RealProduct(IWorkbench workbench, LaunchOptions options, UnaryOperator<UiServices> used) throws Exception {
		this.workbench = workbench;
		environment = Environment.open(options, HomeFolder.ofThisUser()).register(context);
		Wait.until("all services of the product", () -> !declared().isEmpty(), PATIENCE);
		services = used.apply(context.getService(declared().get(0)));
		registration = context.registerService(UiServices.class, services, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 2000)));
		mail = workbench.getDisplay().syncCall(this::start);
	}

	public UiServices services() {
		return services;
	}

	@Override
	public void close() throws Exception {
		registration.unregister();
		workbench.getDisplay().syncCall(() -> {
			mail.close();
			reopenViews();
			return true;
		});
		environment.close();
	}

	private List<ServiceReference<UiServices>> declared() throws InvalidSyntaxException {
		return List.copyOf(context.getServiceReferences(UiServices.class, "(component.name=*)"));
	}

	private BackgroundMail start() throws CoreException {
		reopenViews();
		return BackgroundMail.start(workbench);
	}

	/** New views get the services that are there now. */
	private void reopenViews() throws PartInitException {
		IWorkbenchPage page = workbench.getWorkbenchWindows()[0].getActivePage();
		Arrays.stream(page.getViewReferences()).forEach((IViewReference view) -> page.hideView(view));
		for (String view : VIEWS) {
			page.showView(view);
		}
	}
}

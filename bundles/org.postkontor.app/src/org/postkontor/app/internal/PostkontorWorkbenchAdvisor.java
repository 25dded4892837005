package org.postkontor.app.internal;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.postkontor.account.Branding;
import org.postkontor.ui.BackgroundMail;
import org.postkontor.ui.UiIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the workbench of this product is like. */
public class PostkontorWorkbenchAdvisor extends WorkbenchAdvisor {
	/** Preference pages for developers that an office worker has no use for. */
	private static final String DEVELOPERS_PAGES = "org.eclipse.ui.preferencePages.Workbench";
	private static final String PROXY_PAGE = "org.eclipse.ui.net.NetPreferences";

	private static final Logger LOG = LoggerFactory.getLogger(PostkontorWorkbenchAdvisor.class);

	private final Branding branding;
	private final StartupReport report = new StartupReport();
	private @Nullable BackgroundMail mail;

	public PostkontorWorkbenchAdvisor(Branding branding) {
		this.branding = branding;
	}

	@Override
	public void initialize(@Nullable IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		if (configurer != null) {
			configurer.setSaveAndRestore(true);
			report.watch(configurer.getWorkbench().getDisplay());
		}
	}

	@Override
	public void eventLoopIdle(@Nullable Display display) {
		if (display != null) {
			report.idle(display);
		}
		super.eventLoopIdle(display);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return "org.postkontor.ui.perspective";
	}

	@Override
	public String getMainPreferencePageId() {
		return UiIds.ACCOUNTS_PAGE;
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(@Nullable IWorkbenchWindowConfigurer configurer) {
		return new PostkontorWindowAdvisor(configurer, branding);
	}

	@Override
	public void preStartup() {
		PreferenceManager pages = PlatformUI.getWorkbench().getPreferenceManager();
		IPreferenceNode proxies = pages.find(DEVELOPERS_PAGES + "/" + PROXY_PAGE);
		pages.remove(DEVELOPERS_PAGES);
		if (proxies != null) {
			pages.addToRoot(proxies);
		}
	}

	@Override
	public void postStartup() {
		try {
			mail = BackgroundMail.start(PlatformUI.getWorkbench());
		} catch (CoreException e) {
			LOG.error("sending in the background did not start", e);
		}
	}

	@Override
	public boolean preShutdown() {
		BackgroundMail running = mail;
		if (running != null) {
			running.close();
			mail = null;
		}
		return super.preShutdown();
	}
}

package org.postkontor.bare;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.views.IViewDescriptor;

/**
 * Opens a workbench, prints the views and preference pages that others contributed, and closes it; with the system
 * property {@code postkontor.startup.report} only says when it can be used, and stays open.
 */
public class BareApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		Display display = PlatformUI.createDisplay();
		try {
			return PlatformUI.createAndRunWorkbench(display, new Advisor()) == PlatformUI.RETURN_OK ? EXIT_OK : Integer.valueOf(1);
		} finally {
			display.dispose();
		}
	}

	@Override
	public void stop() {
		Display display = Display.getDefault();
		display.syncExec(() -> PlatformUI.getWorkbench().close());
	}

	private static class Advisor extends WorkbenchAdvisor {
		private final StartupReport report = new StartupReport();

		@Override
		public void initialize(IWorkbenchConfigurer configurer) {
			super.initialize(configurer);
			report.watch(configurer.getWorkbench().getDisplay());
		}

		@Override
		public void eventLoopIdle(Display display) {
			report.idle(display);
			super.eventLoopIdle(display);
		}

		@Override
		public String getInitialWindowPerspectiveId() {
			return null;
		}

		@Override
		public void postStartup() {
			if (report.isAsked()) {
				return;
			}
			IWorkbench workbench = PlatformUI.getWorkbench();
			for (IViewDescriptor view : workbench.getViewRegistry().getViews()) {
				System.out.println("VIEW " + view.getId());
			}
			for (IPreferenceNode page : workbench.getPreferenceManager().getElements(PreferenceManager.PRE_ORDER)) {
				System.out.println("PAGE " + page.getId());
			}
			System.out.println("WORKBENCH OPEN");
			workbench.getDisplay().asyncExec(workbench::close);
		}
	}
}

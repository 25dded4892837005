package org.postkontor.app.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.postkontor.account.Branding;

/** Size, title and bars of the window. */
final class PostkontorWindowAdvisor extends WorkbenchWindowAdvisor {
	private static final Point SIZE = new Point(1180, 760);
	private static final String NAME = "Postkontor";

	private final Branding branding;

	PostkontorWindowAdvisor(@Nullable IWorkbenchWindowConfigurer configurer, Branding branding) {
		super(configurer);
		this.branding = branding;
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(@Nullable IActionBarConfigurer configurer) {
		return new PostkontorActionBarAdvisor(configurer);
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer window = getWindowConfigurer();
		window.setInitialSize(SIZE);
		window.setTitle(branding.title().isBlank() ? NAME : NLS.bind(AppMessages.windowTitle, branding.title().strip()));
		window.setShowMenuBar(true);
		window.setShowCoolBar(true);
		window.setShowStatusLine(true);
		window.setShowProgressIndicator(true);
		window.setShowPerspectiveBar(false);
	}
}

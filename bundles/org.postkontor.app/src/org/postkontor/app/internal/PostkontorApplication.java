package org.postkontor.app.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.postkontor.account.Home;
import org.postkontor.account.HomeFolder;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.ServiceWarmUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the window: options, environment, then the workbench. */
public final class PostkontorApplication implements IApplication {
	private static final Logger LOG = LoggerFactory.getLogger(PostkontorApplication.class);
	/** EX_USAGE, EX_CONFIG and EX_CANTCREAT of sysexits.h, as in the command line. */
	private static final Integer EXIT_USAGE = 64;
	private static final Integer EXIT_CANNOT_CREATE = 73;
	private static final Integer EXIT_CONFIGURATION = 78;

	@Override
	public Object start(@Nullable IApplicationContext context) throws Exception {
		Display display = PlatformUI.createDisplay();
		try {
			Object arguments = context == null ? null : context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
			LaunchOptions options = LaunchOptions.parse(arguments instanceof String[] words ? List.of(words) : List.of());
			Environment environment = Environment.open(options, HomeFolder.ofThisUser());
			useWorkbenchFolder(environment.home());
			try (AutoCloseable services = environment.register(FrameworkUtil.getBundle(PostkontorApplication.class).getBundleContext())) {
				ServiceWarmUp.begin();
				int result = PlatformUI.createAndRunWorkbench(display, new PostkontorWorkbenchAdvisor(environment.branding()));
				return result == PlatformUI.RETURN_RESTART ? IApplication.EXIT_RESTART : IApplication.EXIT_OK;
			}
		} catch (IllegalArgumentException e) {
			return refuse(AppMessages.badArguments, String.valueOf(e.getMessage()), EXIT_USAGE);
		} catch (ProblemException e) {
			boolean storage = e.problem().kind() == ProblemKind.STORAGE;
			return refuse(storage ? AppMessages.badHome : AppMessages.startFailed, explain(e.problem()), storage ? EXIT_CANNOT_CREATE : EXIT_CONFIGURATION);
		} finally {
			display.dispose();
		}
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			IWorkbench workbench = PlatformUI.getWorkbench();
			workbench.getDisplay().syncExec(() -> workbench.close());
		}
	}

	/** The state of the window goes into the home unless the start script chose a place ({@code -data}). */
	private static void useWorkbenchFolder(Home home) throws IOException {
		Location location = Platform.getInstanceLocation();
		if (location != null && !location.isSet()) {
			location.set(home.resolve(".workbench").toUri().toURL(), false);
		}
	}

	private static Object refuse(String title, String text, Integer code) {
		LOG.error("{}: {}", title, text);
		MessageDialog.openError(null, title, text);
		return code;
	}

	/** The texts are a service that needs nothing; without them the bare problem is better than silence. */
	private static String explain(Problem problem) {
		BundleContext context = FrameworkUtil.getBundle(PostkontorApplication.class).getBundleContext();
		ServiceReference<ProblemTexts> reference = context.getServiceReference(ProblemTexts.class);
		ProblemTexts texts = reference == null ? null : context.getService(reference);
		return texts == null ? problem.id() + " " + problem.values()
				: texts.title(problem, Locale.getDefault()) + "\n\n" + texts.explanation(problem, Locale.getDefault());
	}
}

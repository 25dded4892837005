package org.postkontor.ui;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.postkontor.ui.internal.UiServices;

/**
 * Makes the services of the user interface on a thread of its own, while the workbench starts on the user interface's
 * thread. Optional: without it the first view makes them. An application calls it once after it has registered
 * {@code Home} and its companions.
 */
public final class ServiceWarmUp {
	private ServiceWarmUp() {
	}

	/** Returns at once. What cannot be made now is made, or reported, when a view asks for it. */
	public static void begin() {
		Thread.ofPlatform().daemon().name("postkontor-warm-up").start(ServiceWarmUp::makeServices);
	}

	private static void makeServices() {
		BundleContext context = FrameworkUtil.getBundle(ServiceWarmUp.class).getBundleContext();
		ServiceReference<UiServices> services = context == null ? null : context.getServiceReference(UiServices.class);
		if (context != null && services != null) {
			context.getService(services);
		}
	}
}

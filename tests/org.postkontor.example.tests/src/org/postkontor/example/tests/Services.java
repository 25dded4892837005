package org.postkontor.example.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Services of the framework that these tests run in. */
final class Services {
	private static final long PATIENCE = 20_000;

	private Services() {
	}

	static BundleContext context() {
		return FrameworkUtil.getBundle(Services.class).getBundleContext();
	}

	static <T> T get(Class<T> type) {
		ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
		tracker.open();
		try {
			T service = tracker.waitForService(PATIENCE);
			assertNotNull(service, type.getName());
			return service;
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		} finally {
			tracker.close();
		}
	}
}

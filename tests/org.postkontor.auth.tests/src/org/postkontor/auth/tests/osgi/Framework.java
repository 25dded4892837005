package org.postkontor.auth.tests.osgi;

import org.osgi.framework.FrameworkUtil;

/** Whether these tests run inside a framework, as the build does it, or on a plain class path. */
public final class Framework {
	private Framework() {
	}

	public static boolean isRunning() {
		return FrameworkUtil.getBundle(Framework.class) != null;
	}
}

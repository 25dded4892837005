package org.postkontor.ui.internal.signin;

import java.net.URI;

/** Opens the system browser. Called on any thread but the user interface's. */
@FunctionalInterface
public interface BrowserOpener {
	/** False if no browser could be started; the caller shows the link then. */
	boolean open(URI link);
}

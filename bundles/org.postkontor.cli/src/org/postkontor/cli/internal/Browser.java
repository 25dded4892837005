package org.postkontor.cli.internal;

import java.net.URI;

/** Opens links for the person in front of the process. */
@FunctionalInterface
public interface Browser {
	/** True if a browser was started; false if there is none. Returns at once. */
	boolean open(URI link);
}

package org.postkontor.store;

import java.io.IOException;

/** A named moment at which a test ends the VM or lets the disk fail; nothing happens in production. Called by any thread. */
@FunctionalInterface
public interface CrashPoint {
	CrashPoint NONE = label -> {
	};

	/** @param label of the moment, fixed in the source */
	void hit(String label) throws IOException;
}

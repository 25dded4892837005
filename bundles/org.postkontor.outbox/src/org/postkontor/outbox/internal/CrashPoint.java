package org.postkontor.outbox.internal;

import java.io.IOException;

/** A named moment at which a test ends the VM or lets the disk fail; nothing happens in production. */
@FunctionalInterface
public interface CrashPoint {
	CrashPoint NONE = label -> {
	};

	void hit(String label) throws IOException;
}

package org.postkontor.testkit.peer;

import java.io.IOException;

/** Is told while mail data comes in, and may interrupt it by an exception. */
@FunctionalInterface
public interface BodyWatch {

	/** Does not care. */
	BodyWatch NONE = size -> {
	};

	/** @param size bytes of the body so far */
	void seen(int size) throws IOException;
}

package org.postkontor.message;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read as often as needed and are always the same. */
@FunctionalInterface
public interface FrozenContent {
	/** A new stream from the first byte; the caller closes it. */
	InputStream open() throws IOException;
}

package org.postkontor.message;

import java.io.IOException;
import java.io.InputStream;

/** Reads received mails without trusting them. OSGi service, thread-safe. */
public interface ReceivedMessageReader {
	/** Never fails on odd content: unreadable headers become empty. */
	ReceivedHeaders headers(InputStream message) throws IOException;

	/** The text to show, at most {@code maxCharacters}: the plain part, or the text of the HTML part; no remote content. */
	String text(InputStream message, int maxCharacters) throws IOException;
}

package org.postkontor.transport;

import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.ProblemException;

/** The folder of sent mails. Belongs to a {@link ReceiveConnection}, same thread rules. */
public interface SentFolder {
	/** Looks for a Message-ID. Not found proves nothing: most servers don't file by themselves. */
	boolean contains(String messageId) throws ProblemException;

	/** Appends the frozen bytes, marked as read. Look first: appending twice makes two copies. */
	void append(OutgoingMessage message) throws ProblemException;
}

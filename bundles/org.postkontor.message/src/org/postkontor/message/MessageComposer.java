package org.postkontor.message;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** Freezes drafts. OSGi service, thread-safe. */
public interface MessageComposer {
	/**
	 * Writes the frozen bytes of {@code draft} to {@code target} (a new file) and describes them. Streams attachments;
	 * memory does not grow with their size.
	 *
	 * @throws ProblemException kind INPUT or MESSAGE (no recipient, impossible address, line breaks in a header, unreadable
	 *                          attachment), STORAGE (disk full), CANCELLED; {@code target} does not exist then
	 */
	OutgoingMessage freeze(Draft draft, Path target, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Freezes a complete RFC 5322 message of a suite: normalises line ends, adds missing Message-ID and Date, takes Bcc out
	 * of the bytes, refuses what cannot be sent.
	 */
	OutgoingMessage freeze(FrozenContent message, Envelope envelope, Path target, @Nullable IProgressMonitor monitor) throws ProblemException;
}

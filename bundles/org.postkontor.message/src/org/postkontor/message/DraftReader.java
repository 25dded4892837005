package org.postkontor.message;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** The way back from frozen bytes to a draft, so that a mail that was not sent yet can be edited. OSGi service, thread-safe. */
public interface DraftReader {
	/**
	 * Takes a frozen mail apart. Blind recipients are those of the envelope that the header does not name. Blocks for disk
	 * access; attachments are streamed, memory does not grow with their size.
	 *
	 * @param folder existing and private; attachments are written into it, each under its own name
	 * @throws ProblemException kind MESSAGE, {@code message.not-editable} if the mail has something that a draft cannot hold
	 *                          (formatted text, a signature, header fields of its own) and that editing would lose silently,
	 *                          {@code message.unreadable}; STORAGE (disk full), CANCELLED
	 */
	Draft read(OutgoingMessage message, Path folder, @Nullable IProgressMonitor monitor) throws ProblemException;
}

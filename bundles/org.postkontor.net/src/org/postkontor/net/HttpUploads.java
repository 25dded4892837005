package org.postkontor.net;

import java.io.IOException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/**
 * {@link HttpService} for requests whose body is streamed and whose last byte matters: the same proxies, trust, limits and
 * pauses. No redirect is followed, and nothing is ever sent twice. OSGi service, thread-safe.
 */
public interface HttpUploads {
	/**
	 * Sends and waits at most {@link HttpCall#timeout()}, the body included. Any HTTP status is an answer, not an exception.
	 *
	 * @param call its own body is not used
	 * @throws ProblemException as {@link HttpService#send}
	 * @throws IOException      what {@code body} threw
	 */
	HttpReply send(HttpCall call, HttpBody body, @Nullable IProgressMonitor monitor) throws ProblemException, IOException;
}

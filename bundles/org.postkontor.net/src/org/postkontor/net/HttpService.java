package org.postkontor.net;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/**
 * HTTP for discovery and sign-in: proxies of the Eclipse settings, office trust, limits; no cookies, no {@code Origin}
 * header, no credentials of its own. A place that answers 429 or 503 with {@code Retry-After} (seconds or a date) is left
 * alone for that time, at most an hour. Plain http is refused except to loopback literals (127.0.0.0/8, ::1). OSGi service,
 * thread-safe.
 */
public interface HttpService {
	/**
	 * Sends and waits at most {@link HttpCall#timeout()}. Any HTTP status is an answer, not an exception.
	 *
	 * @throws ProblemException of kind NETWORK, TIMEOUT, CERTIFICATE, SERVER (too large, bad redirect), INPUT (plain http)
	 *                          or CANCELLED
	 */
	HttpReply send(HttpCall call, @Nullable IProgressMonitor monitor) throws ProblemException;
}

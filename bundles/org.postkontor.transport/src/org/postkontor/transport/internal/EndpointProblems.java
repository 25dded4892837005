package org.postkontor.transport.internal;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** The one place where failures of a connection become problems. Each problem names the host. */
public final class EndpointProblems {
	private static final int DEEPEST_CAUSE = 12;
	/** What the mail library makes of an end of the stream. */
	private static final String END_OF_STREAM = "[EOF]";

	private final Endpoint endpoint;
	private final Watchdog watchdog;

	public EndpointProblems(Endpoint endpoint, Watchdog watchdog) {
		this.endpoint = endpoint;
		this.watchdog = watchdog;
	}

	/** A problem of the catalogue with the values that its text mentions. */
	public Problem of(String id, ProblemKind kind, Fixer fixer, Remedy remedy) {
		return Problem.of(id, kind, fixer, remedy).with("host", endpoint.host()).with("port", endpoint.port())
				.with("protocol", endpoint.protocol());
	}

	/** The server does not follow the protocol, or said something at a place where nothing of the kind belongs. */
	public Problem odd(String reply) {
		return of("transport.protocol", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.RETRY).detail("reply", ServerText.clean(reply));
	}

	/** The server is there and asks to come back later. */
	public Problem later(String reply) {
		return of("transport.later", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).detail("reply", ServerText.clean(reply));
	}

	/** No answer that could be understood: the connection is gone, or the text does not follow the protocol. */
	public Problem noReply(String text) {
		return text.isBlank() || END_OF_STREAM.equals(text) ? lost() : odd(text);
	}

	/** STARTTLS is required, and the server does not offer or refuses it: perhaps somebody in between took it away. */
	public Problem startTlsMissing() {
		return of("transport.starttls-missing", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT);
	}

	/** Whether we ended the connection ourselves, so that what the library says about it does not matter. */
	public boolean isOurs() {
		return watchdog.cause().isPresent();
	}

	/** Our own watchdog or user ended the connection, or else the problem that {@code failure} tells of. */
	public Problem of(Throwable failure) {
		Optional<Watchdog.Cause> ours = watchdog.cause();
		if (ours.isPresent()) {
			return switch (ours.get()) {
			case EXPIRED -> timeout();
			case CANCELLED, ABORTED -> of("transport.cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE);
			};
		}
		List<Throwable> chain = chain(failure);
		Optional<TlsFailure> tls = TlsFailure.of(chain);
		if (tls.isPresent()) {
			return of(tls.get().id(), ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.SHOW_CERTIFICATE);
		}
		if (chain.stream().anyMatch(SocketTimeoutException.class::isInstance)) {
			return timeout();
		}
		if (chain.stream().anyMatch(UnknownHostException.class::isInstance)) {
			return of("transport.unknown-host", ProblemKind.NETWORK, Fixer.USER, Remedy.CHECK_NETWORK);
		}
		return lost();
	}

	/** The connection could not be made or is gone. */
	public Problem lost() {
		return of("transport.lost", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK);
	}

	public ProblemException exception(Throwable failure) {
		return failure instanceof ProblemException known ? known : new ProblemException(of(failure), failure);
	}

	private Problem timeout() {
		return of("transport.timeout", ProblemKind.TIMEOUT, Fixer.TIME, Remedy.RETRY);
	}

	private static List<Throwable> chain(Throwable failure) {
		List<Throwable> chain = new ArrayList<>();
		@Nullable
		Throwable next = failure;
		while (next != null && chain.size() < DEEPEST_CAUSE) {
			chain.add(next);
			next = next.getCause();
		}
		return chain;
	}
}

package org.postkontor.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLException;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * Names what went wrong with a connection, from the exception of a socket, of TLS or of HTTP, however deep a library has
 * wrapped it. Stateless.
 * <p>
 * All problems carry the values {@code host} and {@code port}. Ids: {@code net.unknown-host}, {@code net.refused},
 * {@code net.no-route}, {@code net.timeout}, {@code net.closed}, {@code net.failed}, those of {@code tls.*}, and the
 * problem of a {@link RefusedConnectionException} as it is.
 */
public final class ConnectionProblems {
	private ConnectionProblems() {
	}

	/** The problem behind {@code failure}; {@code net.failed} if nothing better is known. */
	public static Problem of(Throwable failure, String host, int port) {
		return find(failure, host, port)
				.orElseGet(() -> named(network("net.failed").detail("exception", failure.getClass().getName()), host, port));
	}

	/** As {@link #of}, but empty if {@code failure} and its causes have nothing to do with a connection. */
	public static Optional<Problem> find(Throwable failure, String host, int port) {
		Optional<Problem> best = Optional.empty();
		Set<Throwable> seen = new HashSet<>();
		for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
			Problem problem = one(t);
			if (problem != null && (best.isEmpty() || knowsBetter(problem, best.get()))) {
				best = Optional.of(problem);
			}
		}
		return best.map(p -> named(p, host, port));
	}

	/** A problem that names its host, for example the proxy's, keeps it. */
	private static Problem named(Problem problem, String host, int port) {
		return problem.values().containsKey("host") ? problem : problem.with("host", host).with("port", port);
	}

	/**
	 * A deeper cause knows better. A plain I/O error says nothing, except below TLS: a cable cut during the handshake looks
	 * like a TLS problem, and would pause an account that only has to wait.
	 */
	private static boolean knowsBetter(Problem deeper, Problem best) {
		boolean vague = deeper.id().equals("net.failed") || deeper.id().equals("net.closed");
		return !vague || best.id().equals("tls.handshake") || best.id().equals("tls.failed");
	}

	private static @Nullable Problem one(Throwable t) {
		return switch (t) {
		case RefusedConnectionException refused -> refused.problem();
		case CertificateRefusedException refused -> TlsProblems.of(refused);
		case SSLException ssl -> TlsProblems.of(ssl);
		case UnknownHostException unknown -> network("net.unknown-host");
		case UnresolvedAddressException unresolved -> network("net.unknown-host");
		case NoRouteToHostException route -> network("net.no-route");
		case ConnectException refused -> network("net.refused");
		case SocketTimeoutException late -> timeout();
		case HttpTimeoutException late -> timeout();
		case EOFException end -> network("net.closed");
		case IOException other -> network("net.failed").detail("exception", other.getClass().getName());
		default -> null;
		};
	}

	private static Problem timeout() {
		return Problem.of("net.timeout", ProblemKind.TIMEOUT, Fixer.TIME, Remedy.RETRY);
	}

	private static Problem network(String id) {
		return Problem.of(id, ProblemKind.NETWORK, Fixer.USER, Remedy.CHECK_NETWORK);
	}
}

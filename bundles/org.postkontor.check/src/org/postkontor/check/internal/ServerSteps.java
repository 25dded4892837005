package org.postkontor.check.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.account.TlsMode;
import org.postkontor.net.ConnectionProblems;
import org.postkontor.net.NameLookup;
import org.postkontor.net.SocketFactories;
import org.postkontor.net.SocketFactories.ConnectionSockets;
import org.postkontor.net.SocketLimits;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** What can be seen of a server without signing in: address, connection, encryption, abilities. */
final class ServerSteps {
	private static final SocketLimits LIMITS = new SocketLimits(Duration.ofSeconds(10), Duration.ofSeconds(15), 1 << 16, 1 << 13);
	private static final Duration SOON = Duration.ofDays(14);

	private final NameLookup names;
	private final SocketFactories factories;
	private final Clock clock;

	ServerSteps(NameLookup names, SocketFactories factories, Clock clock) {
		this.names = names;
		this.factories = factories;
		this.clock = clock;
	}

	/** True if the server can be reached and verified. */
	boolean run(Endpoint endpoint, StepLog log, @Nullable IProgressMonitor monitor) {
		ConnectionSockets sockets = factories.forConnection(LIMITS);
		Greeter greeter = Greeter.of(endpoint.protocol());
		try (CancelWatch watch = new CancelWatch(monitor, sockets.guard()::abort)) {
			boolean known = log.run("lookup", () -> lookup(endpoint)).isPresent();
			Optional<Socket> plain = known ? log.run("connect", () -> connect(endpoint, sockets)) : log.skip("connect");
			Optional<SSLSocket> tls = plain.isPresent() ? log.run("tls", () -> secure(endpoint, plain.get(), greeter, sockets)) : log.skip("tls");
			if (tls.isPresent() && endpoint.protocol().isHttp()) {
				log.skip("greeting");
				return true;
			}
			return (tls.isPresent() ? log.run("greeting", () -> abilities(endpoint, tls.get(), greeter)) : log.skip("greeting")).isPresent();
		} finally {
			sockets.guard().abort();
		}
	}

	/** Turns what sockets throw into the problem of this server. */
	private interface Talk<T> {
		T run() throws IOException, ProblemException;
	}

	private static <T> T talk(Endpoint endpoint, Talk<T> talk) throws ProblemException {
		try {
			return talk.run();
		} catch (IOException e) {
			throw new ProblemException(ConnectionProblems.of(e, endpoint.host(), endpoint.port()), e);
		}
	}

	private Found<List<InetAddress>> lookup(Endpoint endpoint) throws ProblemException {
		List<InetAddress> addresses = talk(endpoint, () -> names.addresses(endpoint.host(), LIMITS.connect()));
		return Found.of(addresses, addresses.stream().map(InetAddress::getHostAddress).distinct().collect(Collectors.joining(", ")));
	}

	private static Found<Socket> connect(Endpoint endpoint, ConnectionSockets sockets) throws ProblemException {
		Socket socket = talk(endpoint, () -> sockets.plain().createSocket(endpoint.host(), endpoint.port()));
		return Found.of(socket, socket.getInetAddress().getHostAddress() + ":" + endpoint.port());
	}

	private Found<SSLSocket> secure(Endpoint endpoint, Socket plain, Greeter greeter, ConnectionSockets sockets) throws ProblemException {
		return talk(endpoint, () -> {
			if (endpoint.tls() == TlsMode.STARTTLS) {
				Dialog dialog = new Dialog(plain);
				greet(endpoint, greeter, dialog);
				if (!greeter.startTls(dialog)) {
					throw new ProblemException(problem("check.starttls-missing", ProblemKind.CERTIFICATE, endpoint));
				}
				if (dialog.hasMore()) {
					// A server is silent until TLS: somebody wants words to be taken for answers inside it.
					throw new ProblemException(problem("transport.starttls-injected", ProblemKind.CERTIFICATE, endpoint));
				}
			}
			SSLSocket tls = (SSLSocket) sockets.tls().createSocket(plain, endpoint.host(), endpoint.port(), true);
			tls.startHandshake();
			return described(tls, sockets.guard().tls());
		});
	}

	private Found<SSLSocket> described(SSLSocket tls, String description) throws SSLPeerUnverifiedException {
		X509Certificate certificate = (X509Certificate) tls.getSession().getPeerCertificates()[0];
		Instant end = certificate.getNotAfter().toInstant();
		String detail = description + "; " + Dialog.shown(certificate.getSubjectX500Principal().getName()) + " < "
				+ Dialog.shown(certificate.getIssuerX500Principal().getName()) + "; " + end;
		boolean ending = end.isBefore(clock.instant().plus(SOON));
		return ending ? Found.warning(tls, detail) : Found.of(tls, detail);
	}

	private static Found<Boolean> abilities(Endpoint endpoint, SSLSocket tls, Greeter greeter) throws ProblemException {
		return talk(endpoint, () -> {
			Dialog dialog = new Dialog(tls);
			if (endpoint.tls() == TlsMode.IMPLICIT) {
				greet(endpoint, greeter, dialog);
			}
			return Found.of(true, String.join(", ", greeter.abilities(dialog)));
		});
	}

	private static void greet(Endpoint endpoint, Greeter greeter, Dialog dialog) throws IOException, ProblemException {
		if (!greeter.greet(dialog)) {
			throw new ProblemException(problem("check.no-greeting", ProblemKind.SERVER, endpoint));
		}
	}

	private static Problem problem(String id, ProblemKind kind, Endpoint endpoint) {
		return Problem.of(id, kind, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).with("host", endpoint.host()).with("port", endpoint.port());
	}
}

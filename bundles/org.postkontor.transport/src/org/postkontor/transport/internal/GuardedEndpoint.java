package org.postkontor.transport.internal;

import java.io.IOException;
import java.time.Duration;

import org.postkontor.account.Endpoint;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.NameLookup;
import org.postkontor.net.SocketFactories;
import org.postkontor.net.SocketFactories.ConnectionSockets;
import org.postkontor.net.SocketLimits;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.Peer;

/** What each protocol needs to open one connection: its sockets, the watchdog over them, and words for failures. */
public final class GuardedEndpoint {
	/** The services that all protocols share. */
	public record Ground(SocketFactories factories, DeadlineTimer timer, NameLookup names, Explanations explanations) {
	}

	private final Ground ground;
	private final Endpoint endpoint;
	private final SocketLimits limits;
	private final ConnectionSockets sockets;
	private final Watchdog watchdog;
	private final EndpointProblems problems;

	/** @param longest more than any single wait: the watchdog decides, the socket's own time-out is the last resort */
	public GuardedEndpoint(Ground ground, Endpoint endpoint, Duration longest) {
		this.ground = ground;
		this.endpoint = endpoint;
		limits = new SocketLimits(SocketLimits.DEFAULT.connect(), longest, SocketLimits.DEFAULT.maxUnauthenticatedBytes(),
				SocketLimits.DEFAULT.maxLineBytes());
		sockets = ground.factories().forConnection(limits);
		watchdog = new Watchdog(ground.timer(), sockets.guard()::abort);
		problems = new EndpointProblems(endpoint, watchdog, ground.explanations(), () -> !sockets.guard().tls().isEmpty());
	}

	/** Looks the host up within a time limit; the mail library does it without one, and then finds the answer in the VM's cache. */
	public void resolve() throws ProblemException {
		try {
			ground.names().addresses(MailSettings.host(endpoint), limits.connect());
		} catch (IOException e) {
			throw problems.exception(e);
		}
	}

	/** Fresh hardened settings of the mail library. */
	public MailSettings settings(String name) {
		return new MailSettings(name, endpoint, sockets, limits);
	}

	/** Server, TLS version and cipher. */
	public String description() {
		return MailSettings.host(endpoint) + " " + sockets.guard().tls();
	}

	/** @param mechanism that the account signed in with */
	public Peer peer(String mechanism) {
		return Peer.of(MailSettings.host(endpoint) + ":" + endpoint.port(), sockets.guard().tls(), sockets.guard().certificate(), mechanism);
	}

	public Endpoint endpoint() {
		return endpoint;
	}

	public ConnectionSockets sockets() {
		return sockets;
	}

	public DeadlineTimer timer() {
		return ground.timer();
	}

	public Watchdog watchdog() {
		return watchdog;
	}

	public EndpointProblems problems() {
		return problems;
	}
}

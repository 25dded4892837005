package org.postkontor.transport.internal.smtp;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import jakarta.mail.MessagingException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.net.GuardedSocket;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.GuardedEndpoint;
import org.postkontor.transport.internal.Watchdog;

/** An authenticated submission connection, good for one mail after the other until something goes wrong. */
final class SmtpConnection implements SendConnection {
	private final JournalingSmtpTransport transport;
	private final GuardedSocket guard;
	private final Watchdog watchdog;
	private final EndpointProblems problems;
	private final SmtpDeadlines deadlines;
	private final String description;
	private final Peer peer;
	private volatile boolean usable = true;

	/** @param mechanism that the account signed in with */
	SmtpConnection(JournalingSmtpTransport transport, GuardedEndpoint guarded, SmtpDeadlines deadlines, String mechanism) {
		this.transport = transport;
		this.guard = guarded.sockets().guard();
		this.watchdog = guarded.watchdog();
		this.problems = guarded.problems();
		this.description = guarded.description();
		this.peer = guarded.peer(mechanism);
		this.deadlines = deadlines;
	}

	@Override
	public SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver, @Nullable IProgressMonitor monitor) {
		if (!isUsable()) {
			return new SendOutcome.NotSent(problems.lost());
		}
		List<String> wanted = message.envelope().recipients().stream().filter(recipients::contains).toList();
		SmtpTransaction transaction = new SmtpTransaction(transport, problems, message, wanted, handOver, watchdog, deadlines);
		usable = false;
		try (Watchdog.Watch watch = watchdog.watch(monitor)) {
			SendOutcome outcome = transaction.run();
			usable = transaction.isIntact();
			return outcome;
		} finally {
			if (!usable) {
				// Whatever is half said must not be completed by a polite farewell.
				guard.abort();
			}
		}
	}

	@Override
	public boolean isUsable() {
		return usable && watchdog.cause().isEmpty();
	}

	@Override
	public OptionalLong maxSize() {
		return new SmtpAbilities(transport, problems).maxSize();
	}

	@Override
	public String description() {
		return description;
	}

	@Override
	public Peer peer() {
		return peer;
	}

	@Override
	public void abort() {
		watchdog.abort();
	}

	@Override
	public void close() {
		boolean polite = isUsable();
		usable = false;
		if (!polite) {
			guard.abort();
			return;
		}
		watchdog.phase(deadlines.farewell());
		try {
			transport.close();
		} catch (MessagingException e) {
			guard.abort();
		} finally {
			watchdog.rest();
		}
	}
}

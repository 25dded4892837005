package org.postkontor.check.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.check.CheckStep;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SizeLimitListener;

/** All steps of one direction. Server and stored sign-in are looked at independently; signing in needs both. */
final class DirectionSteps {
	private final ServerSteps servers;
	private final Connections connections;
	private final List<SizeLimitListener> limits;

	DirectionSteps(ServerSteps servers, Connections connections, List<SizeLimitListener> limits) {
		this.servers = servers;
		this.connections = connections;
		this.limits = limits;
	}

	CheckStep run(AccountId account, Endpoint endpoint, Consumer<CheckStep> onStep, @Nullable IProgressMonitor monitor) {
		boolean sending = endpoint.direction() == Direction.SEND;
		StepLog log = new StepLog(sending ? "send" : "receive", onStep, monitor);
		boolean reachable = servers.run(endpoint, log, monitor);
		Optional<Credential> credential = log.run("credential", () -> connections.credentials().credential(endpoint, monitor));
		String last = sending ? "size" : "mailbox";
		if (!reachable || credential.isEmpty()) {
			log.skip("sign-in");
			log.skip(last);
		} else if (sending) {
			sending(account, endpoint, credential.get(), log, monitor);
		} else {
			receiving(endpoint, credential.get(), log, monitor);
		}
		return log.finish(endpoint.protocol() + " " + endpoint.host() + ":" + endpoint.port());
	}

	private void sending(AccountId account, Endpoint endpoint, Credential credential, StepLog log, @Nullable IProgressMonitor monitor) {
		Optional<SendConnection> connection = log.run("sign-in", () -> {
			SendConnection open = connections.send(endpoint, credential, monitor);
			return open.isAuthenticated() ? Found.of(open, open.description()) : Found.untested(open, untested(endpoint));
		});
		if (connection.isEmpty()) {
			log.skip("size");
			return;
		}
		try (SendConnection open = connection.get()) {
			log.run("size", () -> {
				OptionalLong limit = open.maxSize();
				limits.forEach(listener -> listener.learned(account, endpoint, limit));
				return Found.of(true, size(limit));
			});
		}
	}

	/** Asking for something else would need rights that an account for sending does not have. */
	private static Problem untested(Endpoint endpoint) {
		return Problem.of("check.untested", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.NONE).with("host", endpoint.host());
	}

	private static String size(OptionalLong bytes) {
		return bytes.isPresent() ? String.format(java.util.Locale.ROOT, "%.1f MB", bytes.getAsLong() / 1_000_000.0) : "";
	}

	private void receiving(Endpoint endpoint, Credential credential, StepLog log, @Nullable IProgressMonitor monitor) {
		Optional<ReceiveConnection> connection = log.run("sign-in", () -> {
			ReceiveConnection open = connections.receive(endpoint, credential, monitor);
			return Found.of(open, open.description());
		});
		if (connection.isEmpty()) {
			log.skip("mailbox");
			return;
		}
		try (ReceiveConnection open = connection.get()) {
			log.run("mailbox", () -> count(open));
		}
	}

	private static Found<Integer> count(ReceiveConnection open) throws ProblemException {
		int count = open.count();
		return Found.of(count, String.valueOf(count));
	}
}

package org.postkontor.check.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.Endpoint;
import org.postkontor.check.CheckStep;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/** Sends a test mail and waits for it in the inbox, a minute at most, with a new connection for each look (POP3 needs that). */
final class RoundTripSteps {
	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8),
			Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(15));

	private final Connections connections;
	private final MessageComposer composer;
	private final DeadlineTimer timer;

	RoundTripSteps(Connections connections, MessageComposer composer, DeadlineTimer timer) {
		this.connections = connections;
		this.composer = composer;
		this.timer = timer;
	}

	CheckStep run(Account account, Endpoint sending, Optional<Endpoint> receiving, Consumer<CheckStep> onStep, @Nullable IProgressMonitor monitor) {
		StepLog log = new StepLog("roundtrip", onStep, monitor);
		ArrivalSearch search = new ArrivalSearch();
		Optional<OutgoingMessage> sent = log.run("send", () -> {
			if (receiving.isPresent()) {
				try (ReceiveConnection inbox = inbox(receiving.get(), monitor)) {
					search.remember(inbox, monitor);
				}
			}
			return send(account, sending, monitor);
		});
		if (sent.isPresent() && receiving.isPresent()) {
			log.run("arrive", () -> arrive(search, receiving.get(), sent.get(), monitor));
		} else {
			log.skip("arrive");
		}
		return log.finish("");
	}

	private ReceiveConnection inbox(Endpoint endpoint, @Nullable IProgressMonitor monitor) throws ProblemException {
		return connections.receive(endpoint, connections.credentials().credential(endpoint, monitor).value(), monitor);
	}

	private Found<OutgoingMessage> send(Account account, Endpoint endpoint, @Nullable IProgressMonitor monitor) throws ProblemException {
		try (TestMail mail = new TestMail(composer, account, monitor);
				SendConnection connection = connections.send(endpoint, connections.credentials().credential(endpoint, monitor).value(), monitor)) {
			OutgoingMessage message = mail.message();
			SendOutcome outcome = connection.send(message, Set.copyOf(message.envelope().recipients()), new Unjournaled(), monitor);
			return switch (outcome) {
			case SendOutcome.Accepted accepted -> Found.of(message, message.messageId() + "; " + Dialog.shown(accepted.reply()));
			case SendOutcome.InDoubt doubt -> Found.warning(message, message.messageId(), doubt.problem());
			case SendOutcome.Rejected rejected -> throw new ProblemException(rejected.problem());
			case SendOutcome.Deferred deferred -> throw new ProblemException(deferred.problem());
			case SendOutcome.NotSent not -> throw new ProblemException(not.problem());
			case SendOutcome.Declined declined -> throw new ProblemException(declined.problem());
			};
		}
	}

	/** A lost test mail does no harm: nothing is kept about it. */
	private static final class Unjournaled implements HandOver {
		@Override
		public void boundary() {
			// nothing to keep
		}

		@Override
		public void progress(long sentBytes) {
			// too small for progress
		}
	}

	private Found<Boolean> arrive(ArrivalSearch search, Endpoint endpoint, OutgoingMessage message, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		long seconds = 0;
		for (Duration pause : PAUSES) {
			try (ReceiveConnection inbox = inbox(endpoint, monitor)) {
				if (search.arrived(inbox, message.messageId(), monitor)) {
					return Found.of(true, message.messageId());
				}
			}
			pause(pause, monitor);
			seconds += pause.toSeconds();
		}
		return Found.warning(false, "", Problem.of("check.not-arrived", ProblemKind.TIMEOUT, Fixer.TIME, Remedy.RETRY).with("seconds", seconds));
	}

	private void pause(Duration duration, @Nullable IProgressMonitor monitor) throws ProblemException {
		CountDownLatch over = new CountDownLatch(1);
		try (DeadlineTimer.Deadline deadline = timer.start(duration, over::countDown)) {
			while (!over.await(100, TimeUnit.MILLISECONDS)) {
				if (monitor != null && monitor.isCanceled()) {
					throw cancelled();
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw cancelled();
		}
	}

	private static ProblemException cancelled() {
		return new ProblemException(Problem.of("check.cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
	}
}

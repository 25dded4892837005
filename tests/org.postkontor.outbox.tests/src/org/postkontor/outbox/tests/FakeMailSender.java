package org.postkontor.outbox.tests;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** A server in memory that takes every mail unless it is told otherwise, one behaviour a mail. */
class FakeMailSender implements MailSender {
	final List<String> events = new CopyOnWriteArrayList<>();
	final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
	final Queue<Problem> connectFailures = new ConcurrentLinkedQueue<>();
	final Deque<Behaviour> behaviours = new ArrayDeque<>();
	volatile OptionalLong maxSize = OptionalLong.empty();
	volatile boolean usableAfterMail = true;
	volatile boolean carriesEnvelope = true;
	volatile boolean filesCopy;
	volatile Peer peer = new Peer("mail.example.test:465", "TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=mail.example.test", "XOAUTH2");
	volatile Runnable onConnect = () -> {
	};

	/** What the server got. */
	record Delivery(String messageId, Set<String> recipients, long size) {
	}

	/** How one mail goes. */
	interface Behaviour {
		SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver) throws IOException;
	}

	static Problem problem(ProblemKind kind) {
		return Problem.of("test." + kind.name().toLowerCase(), kind, Fixer.TIME, Remedy.NONE).detail("reply", "4xx test");
	}

	SendOutcome accept(OutgoingMessage message, Set<String> recipients, HandOver handOver) throws IOException {
		long size = read(message);
		handOver.boundary();
		deliver(message, recipients, size);
		Map<String, RecipientResult> results = new HashMap<>();
		recipients.forEach(r -> results.put(r, new RecipientResult.Accepted("250 ok")));
		return new SendOutcome.Accepted("250 queued as 1", results);
	}

	void deliver(OutgoingMessage message, Set<String> recipients, long size) throws IOException {
		deliveries.add(new Delivery(message.messageId(), new TreeSet<>(recipients), size));
	}

	static long read(OutgoingMessage message) throws IOException {
		try (InputStream in = message.content().open()) {
			byte[] buffer = new byte[8192];
			long size = 0;
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				size += n;
			}
			return size;
		}
	}

	/** Lets the next mail be answered so, before the boundary. */
	FakeMailSender then(SendOutcome outcome) {
		behaviours.add((m, r, h) -> outcome);
		return this;
	}

	FakeMailSender then(Behaviour behaviour) {
		behaviours.add(behaviour);
		return this;
	}

	/** The next mail is taken, but the answer is lost. */
	FakeMailSender thenLoseTheAnswer() {
		return then((m, r, h) -> {
			h.boundary();
			deliver(m, r, m.size());
			return new SendOutcome.InDoubt(problem(ProblemKind.NETWORK));
		});
	}

	@Override
	public Protocol protocol() {
		return Protocol.SMTP;
	}

	@Override
	public SendConnection connect(Endpoint endpoint, Credential credential, IProgressMonitor monitor) throws ProblemException {
		String token = credential instanceof Credential.BearerToken bearer ? bearer.token().use(t -> t) : "";
		events.add("connect " + token);
		onConnect.run();
		Problem failure = connectFailures.poll();
		if (failure != null) {
			throw new ProblemException(failure);
		}
		return new Connection();
	}

	@Override
	public boolean carriesEnvelope() {
		return carriesEnvelope;
	}

	@Override
	public boolean filesCopy() {
		return filesCopy;
	}

	private synchronized Behaviour next() {
		Behaviour behaviour = behaviours.poll();
		return behaviour == null ? this::accept : behaviour;
	}

	private final class Connection implements SendConnection {
		private boolean usable = true;

		@Override
		public SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver, IProgressMonitor monitor) {
			events.add("send " + recipients.size());
			usable = usableAfterMail;
			try {
				return next().send(message, recipients, handOver);
			} catch (IOException e) {
				usable = false;
				return new SendOutcome.NotSent(problem(ProblemKind.INTERNAL));
			}
		}

		@Override
		public boolean isUsable() {
			return usable;
		}

		@Override
		public OptionalLong maxSize() {
			return maxSize;
		}

		@Override
		public String description() {
			return "fake";
		}

		@Override
		public Peer peer() {
			return peer;
		}

		@Override
		public void abort() {
			usable = false;
		}

		@Override
		public void close() {
			events.add("quit");
		}
	}
}

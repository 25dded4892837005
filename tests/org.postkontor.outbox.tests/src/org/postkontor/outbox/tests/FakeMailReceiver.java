package org.postkontor.outbox.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SentFolder;

/** A mailbox in memory with a Sent folder. */
final class FakeMailReceiver implements MailReceiver {
	final List<String> sent = new CopyOnWriteArrayList<>();
	final Queue<Problem> connectFailures = new ConcurrentLinkedQueue<>();
	final Queue<Problem> appendFailures = new ConcurrentLinkedQueue<>();
	volatile boolean folder = true;
	private final Path file;

	FakeMailReceiver() {
		this(null);
	}

	/** @param file keeps the Message-IDs in Sent, so that they outlive the VM; null for memory only */
	FakeMailReceiver(Path file) {
		this.file = file;
		sent.addAll(inFile());
	}

	private List<String> inFile() {
		if (file == null || Files.notExists(file)) {
			return List.of();
		}
		try {
			return Files.readAllLines(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public Protocol protocol() {
		return Protocol.IMAP;
	}

	@Override
	public ReceiveConnection connect(Endpoint endpoint, Credential credential, IProgressMonitor monitor) throws ProblemException {
		Problem failure = connectFailures.poll();
		if (failure != null) {
			throw new ProblemException(failure);
		}
		return new Connection();
	}

	private final class Connection implements ReceiveConnection, SentFolder {
		@Override
		public boolean contains(String messageId) {
			return sent.contains(messageId) || inFile().contains(messageId); // another VM may have filed it
		}

		@Override
		public void append(OutgoingMessage message) throws ProblemException {
			Problem failure = appendFailures.poll();
			if (failure != null) {
				throw new ProblemException(failure);
			}
			sent.add(message.messageId());
			if (file != null) {
				FileMailSender.append(file, message.messageId());
			}
		}

		@Override
		public Optional<SentFolder> sentFolder() {
			return folder ? Optional.of(this) : Optional.empty();
		}

		@Override
		public Listing list(Optional<String> since, int limit, IProgressMonitor monitor) {
			return new Listing(List.of(), "", false);
		}

		@Override
		public void fetch(RemoteMail mail, OutputStream sink, IProgressMonitor monitor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public String description() {
			return "fake";
		}

		@Override
		public int count() {
			return 0;
		}

		@Override
		public void abort() {
		}

		@Override
		public void close() {
		}
	}
}

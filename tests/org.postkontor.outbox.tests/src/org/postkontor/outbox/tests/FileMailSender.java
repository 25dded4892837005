package org.postkontor.outbox.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.postkontor.message.OutgoingMessage;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.SendOutcome;

/** A server whose memory outlives the VM: each delivery is a line in a file. */
final class FileMailSender extends FakeMailSender {
	private final Path file;
	private final long pauseNanos;

	/** @param pauseNanos time taken on either side of the delivery, to make the dangerous moments longer */
	FileMailSender(Path file, long pauseNanos) {
		this.file = file;
		this.pauseNanos = pauseNanos;
	}

	@Override
	SendOutcome accept(OutgoingMessage message, Set<String> recipients, HandOver handOver) throws IOException {
		SendOutcome outcome = super.accept(message, recipients, handOver);
		LockSupport.parkNanos(pauseNanos);
		return outcome;
	}

	@Override
	void deliver(OutgoingMessage message, Set<String> recipients, long size) {
		LockSupport.parkNanos(pauseNanos);
		append(file, message.messageId());
	}

	static void append(Path file, String line) {
		try {
			Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

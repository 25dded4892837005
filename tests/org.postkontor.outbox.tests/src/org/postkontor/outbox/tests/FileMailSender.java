package org.postkontor.outbox.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.postkontor.message.OutgoingMessage;
import org.postkontor.store.CrashPoint;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.SendOutcome;

/** A server whose memory outlives the VM: each delivery is a line in a file. */
final class FileMailSender extends FakeMailSender {
	private final Path file;
	private final long pauseNanos;
	/** {@code connecting}, {@code envelope}, {@code mid-body}, {@code dot-on-wire}. */
	volatile CrashPoint crash = CrashPoint.NONE;

	/** @param pauseNanos time taken on either side of the delivery, to make the dangerous moments longer */
	FileMailSender(Path file, long pauseNanos) {
		this.file = file;
		this.pauseNanos = pauseNanos;
		onConnect = () -> hit("connecting");
	}

	@Override
	SendOutcome accept(OutgoingMessage message, Set<String> recipients, HandOver handOver) throws IOException {
		hit("envelope");
		try (InputStream in = message.content().open()) {
			in.skipNBytes(message.size() / 2);
			hit("mid-body");
		}
		SendOutcome outcome = super.accept(message, recipients, handOver);
		LockSupport.parkNanos(pauseNanos);
		return outcome;
	}

	@Override
	void deliver(OutgoingMessage message, Set<String> recipients, long size) {
		LockSupport.parkNanos(pauseNanos);
		append(file, message.messageId());
		hit("dot-on-wire");
	}

	private void hit(String label) {
		try {
			crash.hit(label);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static void append(Path file, String line) {
		try {
			Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

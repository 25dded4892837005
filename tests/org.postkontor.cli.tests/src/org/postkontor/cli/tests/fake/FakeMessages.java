package org.postkontor.cli.tests.fake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.message.FrozenContent;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.ReceivedHeaders;
import org.postkontor.message.ReceivedMessageReader;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Copies instead of composing; remembers where. */
public final class FakeMessages implements MessageComposer, ReceivedMessageReader {
	public Optional<Path> target = Optional.empty();
	public Optional<Envelope> envelope = Optional.empty();

	@Override
	public OutgoingMessage freeze(Draft draft, Path file, IProgressMonitor monitor) throws ProblemException {
		throw Problems.exception(ProblemKind.INTERNAL);
	}

	@Override
	public OutgoingMessage freeze(FrozenContent message, Envelope given, Path file, IProgressMonitor monitor) throws ProblemException {
		target = Optional.of(file);
		envelope = Optional.of(given);
		try (InputStream in = message.open()) {
			Files.copy(in, file);
		} catch (IOException e) {
			throw Problems.exception(ProblemKind.STORAGE);
		}
		return new OutgoingMessage("<m@example.test>", Instant.EPOCH, "x", given, 1, "00", message);
	}

	@Override
	public ReceivedHeaders headers(InputStream message) {
		return new ReceivedHeaders("", "", "", "", Optional.empty());
	}

	@Override
	public String text(InputStream message, int maxCharacters) throws IOException {
		return new String(message.readAllBytes(), StandardCharsets.UTF_8);
	}
}

package org.postkontor.ui.tests.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.message.Draft;
import org.postkontor.message.DraftReader;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Gives back a letter with one attachment, whatever the bytes are. */
public final class FakeDraftReader implements DraftReader {
	private volatile Optional<Problem> problem = Optional.empty();
	private volatile Optional<Path> folder = Optional.empty();

	void reset() {
		problem = Optional.empty();
		folder = Optional.empty();
	}

	public void refuse(Problem refusal) {
		problem = Optional.of(refusal);
	}

	/** Where the attachment of the last mail was put. */
	public Optional<Path> lastFolder() {
		return folder;
	}

	@Override
	public Draft read(OutgoingMessage message, Path parts, IProgressMonitor monitor) throws ProblemException {
		folder = Optional.of(parts);
		if (problem.isPresent()) {
			throw new ProblemException(problem.get());
		}
		try {
			Path file = Files.writeString(parts.resolve("Vertrag.pdf"), "Vertrag");
			return new Draft("anna.berg@kanzlei.test", List.of("\"Weber, Paul\" <paul.weber@mandant.test>"), List.of(), List.of("archiv@kanzlei.test"),
					message.subject(), "Guten Tag,\n\nanbei der Vertrag.", List.of(file));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

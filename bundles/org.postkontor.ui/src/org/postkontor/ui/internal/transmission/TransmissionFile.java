package org.postkontor.ui.internal.transmission;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.operation.Operation;

/** Saves the log of some mails: for programs if the name ends with {@code .json}, else as a page. A file is replaced only by a whole one. */
public record TransmissionFile(TransmissionLog log, List<OutboxId> mails, Locale locale, Path target) implements Operation<Path> {
	@Override
	public Path run(IProgressMonitor monitor) throws ProblemException {
		try {
			Path folder = target.toAbsolutePath().getParent();
			Path whole = Files.createTempFile(folder, "postkontor", ".part");
			try {
				try (OutputStream out = Files.newOutputStream(whole)) {
					write(out);
				}
				return Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(whole);
			}
		} catch (IOException e) {
			throw new ProblemException(Problem.of("outbox.export", ProblemKind.STORAGE, Fixer.USER, Remedy.RETRY).with("file", target.toString()), e);
		}
	}

	private void write(OutputStream out) throws ProblemException, IOException {
		if (target.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
			log.writeJson(mails, out);
		} else {
			log.writeHtml(mails, locale, out);
		}
	}
}

package org.postkontor.check.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.message.Draft;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small mail to the account itself, in a private temporary folder that goes with it. */
final class TestMail implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(TestMail.class);

	private final Path folder;
	private final Path file;
	private final OutgoingMessage message;

	TestMail(MessageComposer composer, Account account, @Nullable IProgressMonitor monitor) throws ProblemException {
		ResourceBundle texts = ResourceBundle.getBundle("org.postkontor.check.internal.check", Locale.getDefault(), TestMail.class.getClassLoader());
		String address = account.address().toString();
		try {
			folder = Files.createTempDirectory("postkontor-check");
			file = folder.resolve("test.eml");
		} catch (IOException e) {
			throw new ProblemException(Problem.of("check.working-file", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE), e);
		}
		message = composer.freeze(
				new Draft(address, List.of(address), List.of(), List.of(), texts.getString("mail.subject"), texts.getString("mail.text"), List.of()),
				file, monitor);
	}

	OutgoingMessage message() {
		return message;
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(file);
			Files.deleteIfExists(folder);
		} catch (IOException e) {
			LOG.warn("temporary folder of a test mail", e);
		}
	}
}

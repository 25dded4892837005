package org.postkontor.message.internal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** The problems of freezing a mail; texts in {@code message-problems.properties}. */
final class MessageProblems {
	private static final long ALMOST_FULL = 1 << 20;

	private MessageProblems() {
	}

	static ProblemException noRecipient() {
		return new ProblemException(Problem.of("message.no-recipient", ProblemKind.INPUT, Fixer.USER, Remedy.EDIT_MESSAGE));
	}

	static ProblemException address(String address) {
		return new ProblemException(
				Problem.of("message.address", ProblemKind.INPUT, Fixer.USER, Remedy.EDIT_MESSAGE).with("address", HeaderText.clean(address)));
	}

	static ProblemException injection(String field) {
		return new ProblemException(
				Problem.of("message.header-injection", ProblemKind.INPUT, Fixer.USER, Remedy.EDIT_MESSAGE).with("field", field));
	}

	static ProblemException attachment(Path file, IOException cause) {
		return new ProblemException(
				Problem.of("message.attachment", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE).with("file", file.getFileName()), cause);
	}

	static ProblemException content(String id) {
		return new ProblemException(Problem.of(id, ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE));
	}

	static ProblemException unreadable(IOException cause) {
		return new ProblemException(Problem.of("message.unreadable", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE), cause);
	}

	static ProblemException notEditable() {
		return new ProblemException(Problem.of("message.not-editable", ProblemKind.MESSAGE, Fixer.USER, Remedy.NONE));
	}

	static ProblemException cancelled() {
		return new ProblemException(Problem.of("message.cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
	}

	/** A file could not be written; says "disk full" only if the disk is full. */
	static ProblemException storage(Path target, IOException cause) {
		String id = isFull(target) ? "message.disk-full" : "message.storage";
		return new ProblemException(Problem.of(id, ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE).with("file", target.getFileName()), cause);
	}

	private static boolean isFull(Path target) {
		try {
			Path folder = target.toAbsolutePath().getParent();
			FileStore store = Files.getFileStore(folder == null ? target : folder);
			return store.getUsableSpace() < ALMOST_FULL;
		} catch (IOException unknown) {
			return false;
		}
	}
}

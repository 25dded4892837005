package org.postkontor.inbox.internal;

import java.nio.file.Path;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** The problems of the inbox; texts in {@code inbox-problems.properties}. */
final class InboxProblems {
	private InboxProblems() {
	}

	static ProblemException newer(Path file, int version, int known) {
		return new ProblemException(Problem.of("inbox.newer", ProblemKind.STORAGE, Fixer.USER, Remedy.UPDATE_PRODUCT).with("file", file)
				.with("version", version).with("known", known));
	}

	static ProblemException networkHome(Path folder, String type) {
		return new ProblemException(
				Problem.of("inbox.network-home", ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.NONE).with("folder", folder).with("type", type));
	}

	static ProblemException storage(Path file, Throwable cause) {
		return new ProblemException(
				Problem.of("inbox.storage", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE).with("file", file).detail("reason", cause), cause);
	}

	static ProblemException full(Path file, Throwable cause) {
		return new ProblemException(Problem.of("inbox.disk-full", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE).with("file", file), cause);
	}

	static ProblemException database(Path file, Throwable cause) {
		return new ProblemException(
				Problem.of("inbox.database", ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.REPORT).with("file", file).detail("reason", cause), cause);
	}

	static ProblemException unsafe(Path file, String setting, String value) {
		return new ProblemException(Problem.of("inbox.unsafe", ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.REPORT).with("file", file)
				.detail("setting", setting).detail("value", value));
	}

	static ProblemException busy() {
		return new ProblemException(Problem.of("inbox.busy", ProblemKind.BUSY, Fixer.TIME, Remedy.NONE));
	}

	static ProblemException unknown(long id) {
		return new ProblemException(Problem.of("inbox.unknown", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("id", id));
	}

	static ProblemException noServer(String account) {
		return new ProblemException(Problem.of("inbox.no-server", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.EDIT_ACCOUNT).with("account", account));
	}

	static ProblemException cancelled() {
		return new ProblemException(Problem.of("inbox.cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
	}

	static ProblemException closed() {
		return new ProblemException(Problem.of("inbox.closed", ProblemKind.CANCELLED, Fixer.TIME, Remedy.NONE));
	}
}

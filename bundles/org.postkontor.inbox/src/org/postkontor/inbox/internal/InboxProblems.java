package org.postkontor.inbox.internal;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.store.StorageProblems;

/** The problems of the inbox; texts in {@code inbox-problems.properties}. */
final class InboxProblems {
	static final StorageProblems STORAGE = new StorageProblems("inbox");

	private InboxProblems() {
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

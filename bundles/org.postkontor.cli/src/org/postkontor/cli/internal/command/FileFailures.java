package org.postkontor.cli.internal.command;

import java.nio.file.Path;

import org.postkontor.cli.ExitCode;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** What is said about files that the user named. */
final class FileFailures {
	private FileFailures() {
	}

	static ProblemException unreadable(Path file) {
		return CommandFailure.of(ExitCode.USAGE, "file.unreadable", "file", file);
	}

	static ProblemException unwritable(Object file) {
		return CommandFailure.of(ExitCode.STORAGE, ProblemKind.STORAGE, "file.unwritable", "file", file);
	}
}

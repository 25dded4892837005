package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.message.FrozenContent;
import org.postkontor.problem.ProblemException;

/** Writes the bytes of a mail to a new file (mode 0600) or, for {@code -}, to the standard output. */
final class RawWriter {
	private final Invocation invocation;

	RawWriter(Invocation invocation) {
		this.invocation = invocation;
	}

	/** True if {@code --raw} names the standard output, so that no result may be written. */
	boolean isStandardOutput() {
		return invocation.arguments().value("raw").filter("-"::equals).isPresent();
	}

	/** Does nothing without {@code --raw}. */
	void write(FrozenContent content) throws ProblemException {
		String target = invocation.arguments().value("raw").orElse("");
		if (target.isEmpty()) {
			return;
		}
		if (isStandardOutput() && invocation.output().isJson()) {
			throw UsageProblem.of("usage.raw-json");
		}
		try (InputStream in = content.open()) {
			if (isStandardOutput()) {
				in.transferTo(invocation.output().raw());
				invocation.output().raw().flush();
			} else {
				try (OutputStream out = NewFile.create(invocation.arguments().path("raw").orElseThrow())) {
					in.transferTo(out);
				}
			}
		} catch (FileAlreadyExistsException e) {
			throw CommandFailure.of(ExitCode.USAGE, "file.exists", "file", target);
		} catch (IOException e) {
			throw FileFailures.unwritable(target);
		}
	}
}

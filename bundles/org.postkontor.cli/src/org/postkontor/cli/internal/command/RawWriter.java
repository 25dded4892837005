package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

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
				try (OutputStream out = create(invocation.arguments().path("raw").orElseThrow())) {
					in.transferTo(out);
				}
			}
		} catch (FileAlreadyExistsException e) {
			throw CommandFailure.of(ExitCode.USAGE, "file.exists", "file", target);
		} catch (IOException e) {
			throw FileFailures.unwritable(target);
		}
	}

	private static OutputStream create(Path file) throws IOException {
		Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		FileAttribute<?>[] owner = file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		return Channels.newOutputStream(Files.newByteChannel(file, options, owner));
	}
}

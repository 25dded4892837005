package org.postkontor.message.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** Writes a stream into a new file that only its owner may read, and tells trouble of reading from trouble of writing. */
record PrivateCopy(Path target) {
	private static final int BUFFER = 1 << 16;

	void write(InputStream in, @Nullable IProgressMonitor monitor) throws IOException, ProblemException {
		FrozenFile file = created();
		try (file) {
			byte[] buffer = new byte[BUFFER];
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				Cancel.check(monitor);
				written(file.out(), buffer, n);
			}
			written(file.out(), buffer, 0);
		}
	}

	private FrozenFile created() throws ProblemException {
		try {
			return new FrozenFile(target);
		} catch (IOException e) {
			throw MessageProblems.storage(target, e);
		}
	}

	private void written(OutputStream out, byte[] bytes, int count) throws ProblemException {
		try {
			out.write(bytes, 0, count);
			if (count == 0) {
				out.flush();
			}
		} catch (IOException e) {
			throw MessageProblems.storage(target, e);
		}
	}
}

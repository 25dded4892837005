package org.postkontor.message.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.message.Draft;
import org.postkontor.problem.ProblemException;

/** How large a draft will be when it is frozen, found out without reading its attachments. Exact, or one byte too large. */
public final class DraftSize {
	/** A day with two digits. */
	private static final Instant LONG_DATE = Instant.parse("2026-11-26T12:00:00Z");
	private static final String UNIQUE = "0".repeat(32);

	private DraftSize() {
	}

	/** @throws ProblemException as freezing would for addresses, subject, or an attachment that cannot be looked at */
	public static long of(Draft draft) throws ProblemException {
		Counter counter = new Counter();
		try {
			new DraftWriter(counter, (file, out) -> counter.count += encoded(size(file))).write(DraftHeader.of(draft, LONG_DATE, UNIQUE).fields(ZoneOffset.UTC),
					draft.text(), draft.attachments(), "=_" + UNIQUE);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e); // nothing is written anywhere
		}
		return counter.count;
	}

	/** Base64 in lines (RFC 2045, 6.8): four characters for three bytes, and a line end for each 76 of them but the last. */
	static long encoded(long bytes) {
		long characters = (bytes + 2) / 3 * 4;
		return characters == 0 ? 0 : characters + (characters - 1) / DraftWriter.LINE * 2;
	}

	private static long size(Path file) throws ProblemException {
		try {
			return Files.size(file);
		} catch (IOException e) {
			throw MessageProblems.attachment(file, e);
		}
	}

	private static final class Counter extends OutputStream {
		private long count;

		@Override
		public void write(int b) {
			count++;
		}

		@Override
		public void write(byte @Nullable [] bytes, int from, int length) {
			count += length;
		}
	}
}

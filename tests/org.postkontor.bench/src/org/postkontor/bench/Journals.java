package org.postkontor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.postkontor.transport.HandOver;

/** Ways to journal the moment of handing over. */
final class Journals {
	private static final int RECORD = 200;

	private Journals() {
	}

	/** Only to show what the force costs: no outbox does this. */
	static HandOver none() {
		return new Journal() {
			@Override
			public void boundary() {
				// Nothing is remembered, on purpose.
			}
		};
	}

	/** Appends a record and forces it to disk. */
	static ForcedJournal forced(Path file) throws IOException {
		return new ForcedJournal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
	}

	private abstract static class Journal implements HandOver {
		@Override
		public void progress(long sentBytes) {
			// Nobody looks.
		}
	}

	/** Open until closed. */
	static final class ForcedJournal extends Journal implements AutoCloseable {
		private final FileChannel channel;

		private ForcedJournal(FileChannel channel) {
			this.channel = channel;
		}

		@Override
		public void boundary() throws IOException {
			channel.write(ByteBuffer.allocate(RECORD));
			channel.force(false);
		}

		@Override
		public void close() throws IOException {
			channel.close();
		}
	}
}

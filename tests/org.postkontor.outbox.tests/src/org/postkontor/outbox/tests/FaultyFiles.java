package org.postkontor.outbox.tests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.postkontor.store.CrashPoint;
import org.postkontor.store.PrivateFiles;

/**
 * A disk below the spool that fails, or a VM that ends, at a step: {@code create}, {@code write} (when half of a buffer is
 * written), {@code force}, {@code rename}, {@code force-folder}; each is told before it is done.
 */
final class FaultyFiles extends PrivateFiles {
	private final CrashPoint step;

	FaultyFiles(CrashPoint step) {
		this.step = step;
	}

	@Override
	public FileChannel create(Path file) throws IOException {
		step.hit("create");
		return new WrappedChannel(super.create(file)) {
			@Override
			public int write(ByteBuffer source) throws IOException {
				int end = source.limit();
				int half = source.position() + source.remaining() / 2;
				int written = super.write(source.limit(half));
				source.limit(end);
				step.hit("write");
				return written + super.write(source);
			}
		};
	}

	@Override
	public void force(FileChannel channel) throws IOException {
		step.hit("force");
		super.force(channel);
	}

	@Override
	public void rename(Path from, Path to) throws IOException {
		step.hit("rename");
		super.rename(from, to);
	}

	@Override
	public void forceFolder(Path folder) throws IOException {
		step.hit("force-folder");
		super.forceFolder(folder);
	}
}

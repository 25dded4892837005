package org.postkontor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

import org.postkontor.message.Draft;

/** How long a person waits until "queued" is true, against what the disk allows. */
final class SubmitBenchmark implements Benchmark {
	private static final String OURS = "Postkontor: compose and accept durably";
	private static final String FORCED = "file written, forced, renamed, folder forced";
	private static final String UNFORCED = "file written, nothing forced";

	@Override
	public String name() {
		return "submit";
	}

	@Override
	public String run(Options options) throws Exception {
		int mails = options.mails(300);
		try (TemporaryFolder folder = TemporaryFolder.in(options); Office office = Cable.office();
				TestOutbox outbox = new TestOutbox(folder.path().resolve("home"), Office.smtp(1), office, List.of())) {
			byte[] bytes;
			try (var in = Corpus.freeze(folder.path()).content().open()) {
				bytes = in.readAllBytes();
			}
			Draft draft = Corpus.draft();
			Map<String, List<Sample>> samples = Rounds.run(mails, List.of(new Timed(OURS, () -> outbox.submit(draft)),
					new Timed(FORCED, () -> forced(folder.path(), bytes)), new Timed(UNFORCED, () -> Files.write(folder.path().resolve("unforced"), bytes))));
			Table table = new Table("side", "p50, ms", "p99, ms", "largest, ms", "per second (p50)");
			samples.forEach((side, all) -> {
				List<Double> millis = all.stream().map(sample -> sample.work() * 1000).toList();
				double median = Spread.percentile(millis, 50);
				table.row(side, Spread.number(median, 2), Spread.number(Spread.percentile(millis, 99), 2), Spread.number(Spread.of(millis).max(), 2),
						Spread.number(1000 / median, 0));
			});
			return mails + " mails of " + bytes.length + " bytes, the sides in turns, the first of each discarded.\n\n" + table;
		}
	}

	private static void forced(Path folder, byte[] bytes) throws IOException {
		Path file = folder.resolve("forced.tmp");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.write(ByteBuffer.wrap(bytes));
			channel.force(true);
		}
		Files.move(file, folder.resolve("forced"), StandardCopyOption.ATOMIC_MOVE);
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	/** Something short, timed. */
	private record Timed(String name, Work work) implements Side {
		@Override
		public Sample round() throws Exception {
			long start = System.nanoTime();
			work.run();
			return new Sample(0, Rounds.seconds(start), 0, 0);
		}
	}

	/** May fail. */
	private interface Work {
		void run() throws Exception;
	}
}

package org.postkontor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A full outbox after a start: how long until it is known and the first mail goes, in a small heap. */
final class QueueBenchmark implements Benchmark {
	private static final int ENTRIES = 100_000;
	private static final int HEAP = 128;
	private static final int STARTS = 5;
	private static final Duration LIMIT = Duration.ofMinutes(1);

	@Override
	public String name() {
		return "queue";
	}

	@Override
	public String run(Options options) throws Exception {
		int entries = options.quick() ? ENTRIES / 10 : ENTRIES;
		List<QueueChild.Times> starts = new ArrayList<>();
		try (TemporaryFolder folder = TemporaryFolder.in(options); Cable cable = new Cable(Duration.ZERO)) {
			Path home = folder.path().resolve("home");
			Path authority = Cable.authority().writeCaPem(folder.path().resolve("ca.pem"));
			try (Office office = Cable.office(); TestOutbox outbox = new TestOutbox(home, Office.smtp(cable.port()), office)) {
				outbox.submit(Corpus.freeze(folder.path()), FullQueue.FILES);
			}
			FullQueue.of(home, entries);
			Rounds rounds = options.rounds(STARTS, 120);
			for (int start = 0; start <= rounds.wanted(); start++) {
				QueueChild.Times times = start(home, authority, cable.port());
				if (times.entries() != entries - start) {
					throw new IllegalStateException(times.entries() + " entries instead of " + (entries - start));
				}
				if (start > 0) {
					starts.add(times);
				}
			}
		}
		Table table = new Table("from the start of the outbox until", "s");
		table.row("the next mail and what it waits for are known", spread(starts.stream().map(QueueChild.Times::known).toList()));
		table.row("the first mail is with the server, and recorded (ready)", spread(starts.stream().map(QueueChild.Times::first).toList()));
		table.row("all entries are listed, as for the view", spread(starts.stream().map(QueueChild.Times::listed).toList()));
		return Spread.number(entries, 0) + " waiting mails, " + starts.size() + " starts in a VM of their own with a heap of " + HEAP
				+ " MB, one more discarded; median (smallest-largest).\n\n" + table + "\nPeak heap: "
				+ Spread.of(starts.stream().map(times -> times.peak() / 1e6).toList()).text(0) + " MB (garbage included).\n\n- target: ready within 2 s\n";
	}

	private static QueueChild.Times start(Path home, Path authority, int port) throws Exception {
		try (Forked child = new Forked(new ProcessBuilder(Forked.java(), "-Xmx" + HEAP + "m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), QueueChild.class.getName(), home.toString(), authority.toString(), String.valueOf(port)))) {
			return QueueChild.Times.parse(child.await(QueueChild.DONE, LIMIT));
		}
	}

	private static String spread(List<Double> seconds) {
		return Spread.of(seconds).text(2);
	}
}

package org.postkontor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The view of a full outbox in the product: how long until it can be used, and until all rows are there. */
final class ViewBenchmark implements Benchmark {
	private static final String VIEW = "org.postkontor.ui.views.outbox";
	private static final int ENTRIES = 100_000;
	/** As often as the product opens the view; see its report. */
	private static final int TIMES = 5;
	private static final Duration LIMIT = Duration.ofMinutes(2);

	@Override
	public String name() {
		return "view";
	}

	@Override
	public String run(Options options) throws Exception {
		String obstacle = StartedWindow.obstacle();
		if (!obstacle.isEmpty()) {
			return obstacle;
		}
		Table table = new Table("mails in the outbox", "the view can be used after, ms", "all rows are there after, ms", "memory of the program, MB");
		for (int entries : options.quick() ? new int[] { FullQueue.FILES, ENTRIES / 10 } : new int[] { FullQueue.FILES, ENTRIES }) {
			row(table, options, entries);
		}
		return TIMES + " times closed and opened again in the running product; median (smallest-largest). The first row is an outbox that is nearly empty.\n\n" + table
				+ "\n- target: can be used after at most 300 ms with " + Spread.number(ENTRIES, 0) + " mails\n";
	}

	private static void row(Table table, Options options, int entries) throws Exception {
		try (TemporaryFolder folder = TemporaryFolder.in(options)) {
			Path home = Files.createDirectories(folder.path().resolve("product")).resolve("home");
			try (Office office = Cable.office(); TestOutbox outbox = new TestOutbox(home, Office.smtp(1), office)) {
				outbox.submit(Corpus.freeze(folder.path()), FullQueue.FILES);
			}
			if (entries > FullQueue.FILES) {
				FullQueue.of(home, entries);
			}
			List<Double> opened = new ArrayList<>();
			List<Double> filled = new ArrayList<>();
			StartedWindow window = StartedWindow.product("Postkontor", StartedWindow.script(options), folder.path());
			try (Forked product = window.start(" \"-Dpostkontor.startup.view=" + VIEW + " " + entries + "\"")) {
				product.await("usable ", LIMIT);
				for (int i = 0; i < TIMES; i++) {
					opened.add(Double.parseDouble(product.await("opened ", LIMIT)));
					filled.add(Double.parseDouble(product.await("filled ", LIMIT)));
				}
				table.row(Spread.number(entries, 0), Spread.of(opened).text(0), Spread.of(filled).text(0), Spread.number(product.residentBytes() / 1e6, 0));
			}
		}
	}
}

package org.postkontor.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** From starting the program to a window that reacts, against an empty workbench of the same target. */
final class WindowBenchmark implements Benchmark {
	private static final String OURS = "Postkontor window";
	private static final String EMPTY = "empty workbench";
	private static final String ARCHIVED = "empty workbench, archive of classes";

	@Override
	public String name() {
		return "window";
	}

	@Override
	public String run(Options options) throws Exception {
		if (!System.getProperty("os.name").equals("Linux")) {
			return Bench.LEFT_OUT + ": this benchmark knows the product for Linux only.\n";
		}
		if (System.getenv().getOrDefault("DISPLAY", "").isBlank()) {
			return Bench.LEFT_OUT + ": there is no display (`./test --setup` installs Xvfb).\n";
		}
		int rounds = options.rounds(12);
		try (TemporaryFolder folder = TemporaryFolder.in(options)) {
			Path product = options.root().resolve("releng/org.postkontor.product/target/products/org.postkontor.product/linux/gtk/x86_64/postkontor/postkontor");
			Path bare = options.root().resolve("tests/org.postkontor.bare.product/target/empty/linux/gtk/x86_64");
			Map<String, List<Sample>> samples = Rounds.run(rounds,
					List.of(StartedWindow.product(OURS, product, folder.path()), StartedWindow.bare(EMPTY, bare, folder.path()),
							StartedWindow.bareWithArchive(ARCHIVED, bare, folder.path())));
			Table table = new Table("side", "usable after, ms", "processor time, ms");
			samples.forEach((side, all) -> table.row(side, work(all).text(0), Spread.of(all.stream().map(sample -> sample.before() * 1000).toList()).text(0)));
			return rounds + " starts of each in turns, one more discarded (it fills caches); median (smallest-largest).\n\n" + table + "\n- " + OURS + " / " + EMPTY + ": "
					+ ratio(samples, EMPTY) + " (target: at most 1.3)\n- " + OURS + " / " + ARCHIVED + ": " + ratio(samples, ARCHIVED) + "\n";
		}
	}

	private static String ratio(Map<String, List<Sample>> samples, String other) {
		return Spread.number(work(samples.get(OURS)).median() / work(samples.get(other)).median(), 2);
	}

	private static Spread work(List<Sample> samples) {
		return Spread.of(samples.stream().map(sample -> sample.work() * 1000).toList());
	}
}

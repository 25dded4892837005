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
		String obstacle = StartedWindow.obstacle();
		if (!obstacle.isEmpty()) {
			return obstacle;
		}
		try (TemporaryFolder folder = TemporaryFolder.in(options)) {
			Path bare = options.root().resolve("tests/org.postkontor.bare.product/target/empty/linux/gtk/x86_64");
			Map<String, List<Sample>> samples = options.rounds(12, 150).run(
					List.of(StartedWindow.product(OURS, StartedWindow.script(options), folder.path()), StartedWindow.bare(EMPTY, bare, folder.path()),
							StartedWindow.bareWithArchive(ARCHIVED, bare, folder.path()))).samples();
			Table table = new Table("side", "usable after, ms", "processor time, ms");
			samples.forEach((side, all) -> table.row(side, work(all).text(0), Spread.of(all.stream().map(sample -> sample.processor() * 1000).toList()).text(0)));
			return samples.get(OURS).size() + " starts of each in turns, one more discarded (it fills caches); median (smallest-largest).\n\n" + table + "\n- " + OURS + " / " + EMPTY + ": "
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

package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.postkontor.testkit.Machine;
import org.postkontor.testkit.Page;

/** Runs benchmarks and prints their numbers; exit code 1 if one could not be run, never because of a number. */
public final class Bench {
	private static final List<Benchmark> ALL = Stream.of(
			Stream.of(new SubmitBenchmark(), new SendBenchmark(Duration.ZERO), new SendBenchmark(Duration.ofMillis(40))), DrainBenchmark.all(),
			Stream.of(new QueueBenchmark(), new ViewBenchmark(), new AttachmentBenchmark(), new MethodBenchmark(), new WindowBenchmark(), new SizeBenchmark())).flatMap(benchmarks -> benchmarks).toList();
	/** Begins what a benchmark says that cannot be run here; the numbers of another run stay on the page. */
	static final String LEFT_OUT = "Left out";
	/** Held, so that its level stays. */
	private static final Logger ROOT_LOGGER = Logger.getLogger("");

	private Bench() {
	}

	/** Arguments as in {@link Options#USAGE}. */
	public static void main(String[] arguments) throws Exception {
		ROOT_LOGGER.setLevel(Level.WARNING);
		Options options;
		try {
			options = Options.parse(List.of(arguments));
			List<String> unknown = options.names().stream()
					.filter(name -> ALL.stream().noneMatch(benchmark -> name.equals(benchmark.name()) || benchmark.name().startsWith(name + "-"))).toList();
			if (!unknown.isEmpty()) {
				throw new IllegalArgumentException("unknown benchmark " + unknown);
			}
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage() + "\n" + Options.USAGE + ALL.stream().map(Benchmark::name).collect(Collectors.joining(" ")));
			System.exit(64);
			return;
		}
		System.exit(run(options, shown(List.of(arguments))));
	}

	private static int run(Options options, List<String> arguments) throws IOException {
		String machine = Machine.describe(("./test --bench " + String.join(" ", arguments)).strip());
		System.out.println(machine);
		int failed = 0;
		for (Benchmark benchmark : ALL) {
			if (!options.selects(benchmark.name())) {
				continue;
			}
			try {
				System.out.println("\n== " + benchmark.name() + " ==");
				long start = System.nanoTime();
				String numbers = benchmark.run(options);
				System.out.println(numbers.strip());
				System.err.println("  " + benchmark.name() + " took " + Spread.number(Rounds.seconds(start), 0) + " s");
				if (options.write() && !numbers.startsWith(LEFT_OUT)) {
					write(options.root().resolve("docs/performance.md"), benchmark.name(), numbers.strip() + "\n\n" + machine);
				}
			} catch (Exception e) {
				failed++;
				System.out.println("FAILED " + benchmark.name());
				e.printStackTrace();
			}
		}
		return failed == 0 ? 0 : 1;
	}

	private static void write(Path page, String name, String numbers) throws IOException {
		Files.writeString(page, Page.with(Files.readString(page), name, numbers));
	}

	/** Without the place of the checkout, which says nothing to others. */
	private static List<String> shown(List<String> arguments) {
		int root = arguments.indexOf("--root");
		return root < 0 ? arguments : java.util.stream.IntStream.range(0, arguments.size()).filter(i -> i != root && i != root + 1).mapToObj(arguments::get).toList();
	}
}

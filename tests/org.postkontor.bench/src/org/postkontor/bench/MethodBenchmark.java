package org.postkontor.bench;

import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Single methods, by JMH. */
final class MethodBenchmark implements Benchmark {
	private static final int ITERATIONS = 5;
	/** The first release of Java that knows the option. */
	private static final int QUIET = 24;

	@Override
	public String name() {
		return "methods";
	}

	@Override
	public String run(Options options) throws Exception {
		boolean quick = options.quick();
		var results = new Runner(new OptionsBuilder().include(Methods.class.getName()).forks(1).warmupIterations(quick ? 1 : 2).measurementIterations(quick ? 1 : ITERATIONS)
				.warmupTime(TimeValue.milliseconds(quick ? 100 : 1000)).measurementTime(TimeValue.milliseconds(quick ? 100 : 1000)).timeUnit(TimeUnit.MICROSECONDS)
				.jvmArgsAppend(quiet()).verbosity(VerboseMode.SILENT).build()).run();
		Table table = new Table("method", "µs", "± (99.9 %)");
		results.stream().sorted(Comparator.comparing((RunResult result) -> result.getParams().getBenchmark())).forEach(result -> {
			String benchmark = result.getParams().getBenchmark();
			table.row(words(benchmark.substring(benchmark.lastIndexOf('.') + 1)), Spread.number(result.getPrimaryResult().getScore(), 1),
					quick ? "-" : Spread.number(result.getPrimaryResult().getScoreError(), 1));
		});
		return "JMH, average time, one VM of its own.\n\n" + table;
	}

	/** Newer VMs complain about JMH itself. */
	private static String[] quiet() {
		return Runtime.version().feature() < QUIET ? new String[0] : new String[] { "--sun-misc-unsafe-memory-access=allow" };
	}

	/** {@code freezeTextOf20Kb} in words. */
	private static String words(String method) {
		return method.replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}
}

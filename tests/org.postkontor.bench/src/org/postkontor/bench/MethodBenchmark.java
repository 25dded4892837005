package org.postkontor.bench;

import java.util.Comparator;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Single methods, by JMH. */
final class MethodBenchmark implements Benchmark {
	private static final int ITERATIONS = 5;

	@Override
	public String name() {
		return "methods";
	}

	@Override
	public String run(Options options) throws Exception {
		boolean quick = options.quick();
		var results = new Runner(new OptionsBuilder().include(Methods.class.getName()).forks(1).warmupIterations(quick ? 1 : 2).measurementIterations(quick ? 1 : ITERATIONS)
				.warmupTime(TimeValue.milliseconds(quick ? 100 : 1000)).measurementTime(TimeValue.milliseconds(quick ? 100 : 1000)).timeUnit(TimeUnit.MICROSECONDS)
				.jvmArgsAppend("--enable-native-access=ALL-UNNAMED").verbosity(VerboseMode.SILENT).build()).run();
		Table table = new Table("method", "µs", "± (99.9 %)");
		results.stream().sorted(Comparator.comparing((RunResult result) -> result.getParams().getBenchmark())).forEach(result -> {
			String benchmark = result.getParams().getBenchmark();
			table.row(words(benchmark.substring(benchmark.lastIndexOf('.') + 1)), Spread.number(result.getPrimaryResult().getScore(), 1),
					quick ? "-" : Spread.number(result.getPrimaryResult().getScoreError(), 1));
		});
		return "JMH, average time, one VM of its own.\n\n" + table;
	}

	/** {@code freezeTextOf20Kb} in words. */
	private static String words(String method) {
		return method.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(java.util.Locale.ROOT);
	}
}

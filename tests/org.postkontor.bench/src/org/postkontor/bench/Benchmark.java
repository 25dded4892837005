package org.postkontor.bench;

/** One comparison that a user would feel. */
interface Benchmark {
	/** As on the command line. */
	String name();

	/** Measures and describes what came out, as Markdown. Anything thrown means that the benchmark itself failed. */
	String run(Options options) throws Exception;
}

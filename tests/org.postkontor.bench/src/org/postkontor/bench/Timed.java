package org.postkontor.bench;

/**
 * Something short, timed.
 *
 * @param mails that it is about
 */
record Timed(String name, int mails, Work work) implements Side {

	/** May fail. */
	interface Work {
		void run() throws Exception;
	}

	@Override
	public Sample round() throws Exception {
		long start = System.nanoTime();
		work.run();
		return Sample.of(Rounds.seconds(start), mails);
	}
}

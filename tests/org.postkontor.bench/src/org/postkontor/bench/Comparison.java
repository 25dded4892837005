package org.postkontor.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What came out of rounds in which each side sent so many mails. */
record Comparison(Map<String, List<Sample>> samples, int mails) {
	private static final int THOUSAND = 1000;

	String table() {
		Table table = new Table("side", "connecting, ms", "ms per mail", "mails/s", "round trips per mail", "KB per mail", "1,000 mails, s");
		samples.forEach((side, all) -> table.row(side, Spread.number(spread(all, Sample::before).median() * 1000, 0),
				spread(all, sample -> sample.work() * 1000 / mails).text(2), Spread.number(mails / spread(all, Sample::work).median(), 1),
				Spread.number(spread(all, sample -> (double) sample.roundTrips() / mails).median(), 2),
				Spread.number(spread(all, sample -> sample.bytes() / 1024.0 / mails).median(), 1), Spread.number(thousand(side), 1)));
		return table.toString();
	}

	/** Speed of one side relative to another, for a thousand mails: 1 is the same, more is faster. */
	String ratio(String side, String anchor) {
		return "- " + side + " / " + anchor + ": " + Spread.number(thousand(anchor) / thousand(side), 2) + "\n";
	}

	/** Seconds for a thousand mails: connecting once (if it is not part of the work) and a thousand times the median. */
	double thousand(String side) {
		return spread(samples.get(side), Sample::before).median() + THOUSAND * spread(samples.get(side), Sample::work).median() / mails;
	}

	/** How the last column came about. */
	String method(int rounds) {
		return rounds + " rounds of " + mails + " mails, one more discarded; median (smallest-largest); "
				+ (mails == THOUSAND ? "1,000 mails were sent in each round" : "the time for 1,000 mails is calculated: connecting + 1,000 x the median per mail") + ".\n";
	}

	private static Spread spread(List<Sample> samples, ToDoubleFunction<Sample> what) {
		return Spread.of(samples.stream().map(what::applyAsDouble).toList());
	}
}

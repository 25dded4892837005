package org.postkontor.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What came out of rounds in which sides sent mails; a slow side may have sent fewer in each round.
 *
 * @param first   of each side by its name, before the VM was warm
 * @param samples of each side by its name, at least one of each
 * @param whole   so many mails the last column is about
 */
public record Comparison(Map<String, Sample> first, Map<String, List<Sample>> samples, int whole) {
	private static final double KILOBYTE = 1024;

	Comparison(Rounds.Result result, int whole) {
		this(result.first(), result.samples(), whole);
	}

	public String table() {
		Table table = new Table("side", "mails in a round", "connecting, ms", "ms per mail", "mails/s", "round trips per mail", "KB per mail", "forces per mail", "processor ms per mail",
				Spread.number(whole, 0) + " mails, s");
		samples.forEach((side, all) -> table.row(side, Spread.number(median(side, Sample::mails), 0), Spread.number(median(side, Sample::before) * 1000, 0),
				Spread.of(all.stream().map(sample -> sample.perMail() * 1000).toList()).text(2), Spread.number(1 / median(side, Sample::perMail), 1),
				Spread.number(median(side, sample -> (double) sample.roundTrips() / sample.mails()), 2),
				Spread.number(median(side, sample -> sample.bytes() / KILOBYTE / sample.mails()), 1),
				Spread.number(median(side, sample -> (double) sample.forces() / sample.mails()), 2),
				Spread.number(median(side, sample -> sample.processor() * 1000 / sample.mails()), 2), Spread.number(whole(side), 1)));
		return table.toString();
	}

	/** Speed of one side relative to another, for all mails: 1 is the same, more is faster. Nothing if one of them did not run. */
	public String ratio(String side, String anchor) {
		return samples.containsKey(side) && samples.containsKey(anchor) ? "- " + side + " / " + anchor + ": " + Spread.number(whole(anchor) / whole(side), 2) + "\n" : "";
	}

	/** Seconds for all mails: connecting once (if it is not part of the work) and the median per mail for each. */
	public double whole(String side) {
		return median(side, Sample::before) + whole * median(side, Sample::perMail);
	}

	/** How the numbers came about. */
	String method() {
		int rounds = samples.values().stream().mapToInt(List::size).min().orElse(0);
		boolean all = samples.values().stream().flatMap(List::stream).allMatch(sample -> sample.mails() == whole);
		return rounds + " rounds, those before discarded; median (smallest-largest). "
				+ (all ? "All mails were sent in each round." : "The last column is calculated: connecting + mails x the median per mail.") + "\n";
	}

	/** What the discarded first round says about a VM that has just started. */
	public String cold() {
		return "- First round, in a VM that has just started, ms per mail: " + first.entrySet().stream()
				.map(side -> side.getKey() + " " + Spread.number(side.getValue().perMail() * 1000, 2)).collect(Collectors.joining("; ")) + "\n";
	}

	private double median(String side, ToDoubleFunction<Sample> what) {
		return Spread.of(samples.get(side).stream().map(what::applyAsDouble).toList()).median();
	}
}

package org.postkontor.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Median, smallest and largest of some measurements of one thing. */
public record Spread(double median, double min, double max) {

	/** @throws IllegalArgumentException there is none */
	public static Spread of(Collection<Double> values) {
		double[] sorted = sorted(values);
		int middle = sorted.length / 2;
		double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Spread(median, sorted[0], sorted[sorted.length - 1]);
	}

	/** The smallest value that {@code percent} of all values do not exceed (nearest rank). */
	public static double percentile(Collection<Double> values, int percent) {
		double[] sorted = sorted(values);
		return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
	}

	private static double[] sorted(Collection<Double> values) {
		if (values.isEmpty()) {
			throw new IllegalArgumentException("nothing was measured");
		}
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
		Arrays.sort(sorted);
		return sorted;
	}

	/** With so many decimals: {@code 12.3 (11.9-14.0)}. */
	public String text(int decimals) {
		return number(median, decimals) + " (" + number(min, decimals) + "-" + number(max, decimals) + ")";
	}

	static String number(double value, int decimals) {
		return String.format(Locale.ROOT, "%,." + decimals + "f", value);
	}
}

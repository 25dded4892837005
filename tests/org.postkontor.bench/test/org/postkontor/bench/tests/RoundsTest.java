package org.postkontor.bench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.postkontor.bench.Rounds;
import org.postkontor.bench.Sample;
import org.postkontor.bench.Side;

class RoundsTest {
	private final List<String> order = new ArrayList<>();

	/** Its samples are numbered by round. */
	private class Counting implements Side {
		private final String name;
		private int rounds;

		Counting(String name) {
			this.name = name;
		}

		@Override
		public String name() {
			return name;
		}

		@Override
		public Sample round() {
			order.add(name);
			return new Sample(0, rounds++, 1, 0, 0, 0, 0);
		}
	}

	private static List<Double> works(List<Sample> samples) {
		return samples.stream().map(Sample::work).toList();
	}

	@Test
	void sidesTakeTurnsAndTheFirstRoundDoesNotCount() throws Exception {
		Map<String, List<Sample>> samples = new Rounds(2, 1000).run(List.of(new Counting("a"), new Counting("b"))).samples();
		assertEquals(List.of("a", "b", "a", "b", "a", "b"), order);
		assertEquals(List.of(1.0, 2.0), works(samples.get("a")));
		assertEquals(List.of(1.0, 2.0), works(samples.get("b")));
	}

	@Test
	void keepsTheFirstRoundBesideThoseThatCount() throws Exception {
		Rounds.Result result = new Rounds(1, 1000).run(List.of(new Counting("a"), new Counting("b")));
		assertEquals(List.of("a", "b"), List.copyOf(result.first().keySet()));
		assertEquals(0.0, result.first().get("b").work());
	}

	@Test
	void roundsThatBeginWhileTheVmWarmsUpDoNotCount() throws Exception {
		Counting side = new Counting("a");
		List<Double> works = works(new Rounds(2, 0.05, 1000).run(List.of(side)).samples().get("a"));
		assertEquals(2, works.size());
		assertTrue(works.get(0) > 1, () -> "counted from round " + works.get(0));
	}

	@Test
	void theTimeForWarmingUpBelongsToSidesThatGetFaster() throws Exception {
		Counting program = new Counting("program") {
			@Override
			public boolean warmsUp() {
				return false;
			}
		};
		new Rounds(1, 0.05, 1000).run(List.of(new Counting("a"), program));
		assertEquals(2, order.stream().filter("program"::equals).count());
		assertTrue(order.stream().filter("a"::equals).count() > 2);
	}

	@Test
	void warmingUpLeavesTimeForARoundThatCounts() throws Exception {
		assertEquals(List.of(1.0), works(new Rounds(2, 1000, 0).run(List.of(new Counting("a"))).samples().get("a")));
	}

	@Test
	void oneRoundCountsHoweverShortTheTime() throws Exception {
		Map<String, List<Sample>> samples = new Rounds(50, 0).run(List.of(new Counting("a"))).samples();
		assertEquals(List.of(1.0), works(samples.get("a")));
	}
}

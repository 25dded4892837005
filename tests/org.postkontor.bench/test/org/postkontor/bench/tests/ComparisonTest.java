package org.postkontor.bench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.postkontor.bench.Comparison;
import org.postkontor.bench.Sample;

class ComparisonTest {

	private static Sample sample(double before, double work, int mails) {
		return new Sample(before, work, mails, 4L * mails, 2048L * mails, 3L * mails, work / 2);
	}

	private static Comparison comparison() {
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		samples.put("ours", List.of(sample(0, 2, 1000), sample(0, 8, 1000), sample(0, 4, 1000)));
		samples.put("raw", List.of(sample(1, 0.1, 100), sample(1, 0.3, 100), sample(1, 0.2, 100)));
		return new Comparison(Map.of("raw", sample(1, 0.5, 100)), samples, 1000);
	}

	@Test
	void allMailsTakeConnectingOnceAndTheMedianForEach() {
		assertEquals(4, comparison().whole("ours"), 1e-9);
		assertEquals(3, comparison().whole("raw"), 1e-9);
	}

	@Test
	void ratioIsOverOneForTheFasterSide() {
		assertEquals("- ours / raw: 0.75\n", comparison().ratio("ours", "raw"));
		assertEquals("- raw / ours: 1.33\n", comparison().ratio("raw", "ours"));
	}

	@Test
	void saysNothingAboutASideThatDidNotRun() {
		assertEquals("", comparison().ratio("ours", "msmtp"));
	}

	@Test
	void showsEachSidePerMailHoweverManyItSent() {
		String row = comparison().table().lines().filter(line -> line.startsWith("| raw")).findFirst().orElseThrow();
		List<String> cells = List.of(row.split("\\|")).stream().map(String::strip).toList();
		assertEquals(List.of("", "raw", "100", "1,000", "2.00 (1.00-3.00)", "500.0", "4.00", "2.0", "3.00", "1.00", "3.0"), cells);
	}

	@Test
	void saysWhatTheFirstRoundTook() {
		assertEquals("- First round, in a VM that has just started, ms per mail: raw 5.00\n", comparison().cold());
	}

	@Test
	void refusesARoundWithoutAMail() {
		assertThrows(IllegalArgumentException.class, () -> sample(0, 1, 0));
	}

	@Test
	void namesTheMailsInTheLastColumn() {
		assertTrue(comparison().table().lines().findFirst().orElseThrow().endsWith("1,000 mails, s |"));
	}
}

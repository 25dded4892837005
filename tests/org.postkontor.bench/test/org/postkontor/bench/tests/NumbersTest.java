package org.postkontor.bench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.postkontor.bench.Spread;
import org.postkontor.bench.Table;
import org.postkontor.testkit.Page;

class NumbersTest {

	@Test
	void medianOfAnOddCountIsTheMiddle() {
		assertEquals(new Spread(3, 1, 50), Spread.of(List.of(50.0, 3.0, 1.0)));
	}

	@Test
	void medianOfAnEvenCountIsBetweenTheMiddleTwo() {
		assertEquals(new Spread(2.5, 1, 4), Spread.of(List.of(4.0, 3.0, 1.0, 2.0)));
	}

	@Test
	void percentileIsAValueThatWasMeasured() {
		List<Double> values = IntStream.rangeClosed(1, 200).mapToObj(i -> (double) i).toList();
		assertEquals(100, Spread.percentile(values, 50));
		assertEquals(198, Spread.percentile(values, 99));
	}

	@Test
	void refusesToSummariseNothing() {
		assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
	}

	@Test
	void spreadIsWrittenAlikeInEveryLocale() {
		assertEquals("1,234.5 (0.3-9,999.0)", new Spread(1234.5, 0.25, 9999).text(1));
	}

	@Test
	void tableIsMarkdownInAlignedColumns() {
		assertEquals("""
				| side | ms |
				|------|---:|
				| ours | 12 |
				| raw  |  9 |
				""", new Table("side", "ms").row("ours", "12").row("raw", "9").toString());
	}

	@Test
	void numbersGoBetweenTheirMarksAndNowhereElse() {
		String page = "a\n<!-- numbers:send -->\nold $1\n<!-- end -->\nb\n<!-- numbers:size -->\nkept\n<!-- end -->\n";
		assertEquals(page.replace("old $1", "new $2"), Page.with(page, "send", "\nnew $2\n\n"));
	}

	@Test
	void refusesAPageWithoutAPlaceForTheNumbers() {
		assertThrows(IllegalArgumentException.class, () -> Page.with("# Performance\n", "send", "1"));
	}
}

package org.postkontor.reliability.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.reliability.cut.ByteCuts;
import org.postkontor.reliability.cut.CutTally;

class ByteCutTest {
	private static final long SEED = 20261122;
	private static final int OTHERS = 100;

	@TempDir
	Path folder;

	/** The bytes around the hand-over, and some of the others; {@code ./test --crash} cuts after each one. */
	@Test
	void case45ACutAfterAnyByteLosesAndDoublesNothing() throws Exception {
		CutTally tally = new ByteCuts(folder, 2, System.out::println).sample(SEED, OTHERS);
		assertEquals(List.of(), tally.lost(), "seed " + SEED);
		assertEquals(List.of(), tally.doubled(), "seed " + SEED);
		assertEquals(List.of(), tally.wrong(), "seed " + SEED);
		assertTrue(tally.runs() > OTHERS && tally.inDoubt() > 0, tally.runs() + " runs, " + tally.inDoubt() + " in doubt");
	}
}
